#ifndef BARE_LOOP_SERVE_H
#define BARE_LOOP_SERVE_H

// Serves plain HTTP/2 and TLS on loopback with so many threads until the process is ended; a port of 0 is not served.
_Noreturn void serve(int plain_port, int tls_port, int loops);

#endif
