#ifndef BACKUP_WORKSHEETS_CRENAME_SHIM_H
#define BACKUP_WORKSHEETS_CRENAME_SHIM_H

// glibc declares renameat2 for _GNU_SOURCE only, and the Glibc module is built without it.
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath, unsigned int flags);

// From <linux/fs.h>.
enum { renameWithoutReplacing = 1, renameExchanging = 2 };

#endif
