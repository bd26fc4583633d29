// libxlsxwriter: workbooks. Only with the package trait Spreadsheet.
#ifndef BACKUP_WORKSHEETS_CXLSXWRITER_SHIM_H
#define BACKUP_WORKSHEETS_CXLSXWRITER_SHIM_H

#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>

// A file in memory: this version of the library writes to a path only. The C library declares it for GNU sources only,
// which Swift's module of it is not.
extern int memfd_create(const char *name, unsigned int flags);
static const unsigned int memoryFileClosedOnExec = 1;
#else
#error "libxlsxwriter's headers are missing: sudo apt-get install libxlsxwriter-dev, or build without --traits Spreadsheet"
#endif

#endif
