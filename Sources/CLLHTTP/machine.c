// Strict: what RFC 9112 lets a recipient be lenient about is an error.
#define LLHTTP_STRICT_MODE 1
#include "/usr/share/llhttp/llhttp.c"
