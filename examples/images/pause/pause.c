// The process that holds a pod's namespaces open. It waits: for children that other containers of the pod left to it (it
// is process 1 where the pod shares process ids), which it reaps, and for SIGTERM or SIGINT, which end it.
#include <signal.h>
#include <stddef.h>
#include <sys/wait.h>

int main(void) {
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGTERM);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGCHLD);
    // Blocked signals wait until sigwait takes them: none is lost, and no handler runs.
    if (sigprocmask(SIG_BLOCK, &awaited, NULL) != 0) return 1;
    for (;;) {
        int number;
        if (sigwait(&awaited, &number) != 0) return 1;
        if (number != SIGCHLD) return 0;
        // One SIGCHLD may stand for several children.
        while (waitpid(-1, NULL, WNOHANG) > 0) {
        }
    }
}
