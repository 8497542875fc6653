"""kubectl as people have it: the oldest that Debian has and the machine's own."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).parents[2]
# The last release that validated manifests by itself; later ones leave it to the server.
VALIDATES_ALONE = 24


def programs():
    return subprocess.run([ROOT / ".make/kubectls"], capture_output=True, text=True, check=True).stdout.split()


class Kubectl:
    """One of them, as the administrator of a server, with a home folder of its own: it keeps documents there."""

    def __init__(self, program, kubeconfig, home):
        self.program = program
        self.environment = {**os.environ, "KUBECONFIG": str(kubeconfig), "HOME": str(home)}
        version = json.loads(self.succeed("version", "--client", "-o", "json"))["clientVersion"]
        self.minor = int(version["minor"].rstrip("+"))

    def __call__(self, *arguments, text=None):
        return subprocess.run(
            [self.program, *arguments], env=self.environment, capture_output=True, text=True, input=text, timeout=60)

    def succeed(self, *arguments, text=None):
        result = self(*arguments, text=text)
        assert result.returncode == 0, f"kubectl {' '.join(arguments)}: {result.stdout}{result.stderr}"
        return result.stdout
