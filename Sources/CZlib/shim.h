// Raw inflate and CRC-32 from zlib, for entries of zip archives.
#ifndef BACKUP_WORKSHEETS_CZLIB_SHIM_H
#define BACKUP_WORKSHEETS_CZLIB_SHIM_H

#if __has_include(<zlib.h>)
#include <zlib.h>
#else
#error "zlib's headers are missing: sudo apt-get install zlib1g-dev"
#endif

#endif
