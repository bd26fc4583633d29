// SHA-256 from the BSD message digest library, for the hash in the page's Content-Security-Policy.
#ifndef BACKUP_WORKSHEETS_CLIBMD_SHIM_H
#define BACKUP_WORKSHEETS_CLIBMD_SHIM_H

#if __has_include(<sha2.h>)
#include <stdint.h>
#include <sys/types.h>
#include <sha2.h>
#else
#error "libmd's headers are missing: sudo apt-get install libmd-dev"
#endif

#endif
