"""kubectl as people have it: the oldest that Debian has and the machine's own."""
import functools
import json
import os
import pathlib
import re
import shlex
import subprocess

import yaml

ROOT = pathlib.Path(__file__).parents[2]
# The last release that validated manifests by itself; later ones leave it to the server.
VALIDATES_ALONE = 24


@functools.cache
def programs():
    return subprocess.run([ROOT / ".make/kubectls"], capture_output=True, text=True, check=True).stdout.split()


@functools.cache
def minor(program):
    told = subprocess.run([program, "version", "--client", "-o", "json"], capture_output=True, text=True, check=True)
    return int(json.loads(told.stdout)["clientVersion"]["minor"].rstrip("+"))


class Kubectl:
    """One of them, as the administrator of a server, with a home folder of its own: it keeps documents there."""

    def __init__(self, program, kubeconfig, home, namespace=None):
        self.program, self.home, self.namespace = program, pathlib.Path(home), namespace
        self.minor = minor(program)
        if namespace:
            settings = yaml.safe_load(pathlib.Path(kubeconfig).read_text())
            for context in settings["contexts"]:
                context["context"]["namespace"] = namespace
            kubeconfig = self.home / f"{namespace}.kubeconfig"
            kubeconfig.write_text(yaml.safe_dump(settings))
        self.kubeconfig = kubeconfig
        self.environment = {**os.environ, "KUBECONFIG": str(kubeconfig), "HOME": str(home)}

    @property
    def is_old(self):
        return self.minor <= VALIDATES_ALONE

    def __call__(self, *arguments, text=None, environment=None, timeout=150):
        return subprocess.run(
            [self.program, *map(str, arguments)], env={**self.environment, **(environment or {})}, capture_output=True,
            text=True, input=text, timeout=timeout)

    def succeed(self, *arguments, **options):
        result = self(*arguments, **options)
        assert result.returncode == 0, f"kubectl {' '.join(map(str, arguments))}: {result.stdout}{result.stderr}"
        return result.stdout

    def requests(self, *arguments):
        """What a command prints, and the requests that it makes: `https://… 200 OK`, in whichever form they are logged."""
        result = self(*arguments, "-v=6")
        assert result.returncode == 0, result.stderr
        return result.stdout, result.stderr.replace('" status="', " ")

    def get(self, *arguments):
        return json.loads(self.succeed("get", *arguments, "-o", "json"))

    def apply(self, *objects, flags=()):
        return self.succeed("apply", *flags, "-f", "-", text=manifest(*objects))

    def starts(self, *arguments):
        """The command, going on by itself; its output is read from it."""
        return subprocess.Popen([self.program, *map(str, arguments)], env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)

    def steps(self, *steps):
        """Commands one after another. A step is a line as it is typed, after `!` one that must be refused; and patterns
        that its output must show, after `!` one that it must not."""
        for step in steps:
            line, *patterns = (step,) if isinstance(step, str) else step
            result = self(*shlex.split(line.removeprefix("!")))
            told = result.stdout + result.stderr
            assert (result.returncode != 0) == line.startswith("!"), f"kubectl {line}\n{told}"
            for pattern in patterns:
                found = re.search(pattern.removeprefix("!"), told, re.M)
                assert bool(found) != pattern.startswith("!"), f"kubectl {line}\nis to show {pattern}\n{told}"


def manifest(*objects):
    return "---\n".join(yaml.safe_dump(value) for value in objects)
