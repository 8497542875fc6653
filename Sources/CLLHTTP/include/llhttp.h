// Node.js' HTTP/1 parser as Debian ships it: header and sources of the package node-llhttp.
#if !__has_include("/usr/share/include/llhttp/llhttp.h")
#error "Debian's package node-llhttp is missing: apt-get install node-llhttp"
#endif
#include "/usr/share/include/llhttp/llhttp.h"
