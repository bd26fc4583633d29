// The C surface of libxml2, as small as the importer needs it.
#ifndef BACKUP_WORKSHEETS_CLIBXML2_SHIM_H
#define BACKUP_WORKSHEETS_CLIBXML2_SHIM_H

#if __has_include(<libxml/xmlversion.h>)
#include <libxml/xmlversion.h>
// Debian's headers include ICU's, which clash with Foundation's in debug builds
// (swiftlang/swift-foundation-icu#93, swiftlang/swift#88485). Nothing here needs ICU.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>
// The C library has it; its header shows it only to who asks for every GNU extension.
void *memrchr(const void *memory, int character, size_t count);
#elif __has_include("/usr/include/libxml2/libxml/xmlversion.h")
#error "libxml2 is installed but pkg-config is not: sudo apt-get install pkg-config"
#else
#error "libxml2's headers are missing: sudo apt-get install libxml2-dev pkg-config"
#endif

#endif
