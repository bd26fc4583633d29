#include <stddef.h>
#include <stdint.h>

// libFuzzer as a library: it leaves `main` to the program. No header of its own declares it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
