#!/usr/bin/env python3
"""Makes the schema tables and the typed views from the .proto files of this folder.

generate.py           writes the generated Swift files
generate.py --check   fails if they are not what would be written now

README.md beside this file describes the tables' format.
"""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SCALARS = {"bool", "int32", "int64", "uint32", "uint64", "double", "float", "string", "bytes"}
TOKEN = re.compile(r'\s+|(?P<comment>//[^\n]*)|(?P<token>"(?:[^"\\]|\\.)*"|[A-Za-z_.][\w.]*|\d+|[{}\[\]()<>=,;])')


class Field:
    def __init__(self, name, number, type, label, key="string"):
        self.name, self.number, self.type, self.label, self.key = name, number, type, label, key
        self.json, self.presence, self.options, self.description = None, False, {}, []


class Message:
    def __init__(self, name):
        self.name, self.fields, self.options, self.description = name, [], {}, []


class CommentBlock:
    """The comment lines that stand directly above the next statement: its description. An empty line parts a comment
    that speaks of the file from what follows it; one behind a statement on its line describes nothing."""

    def __init__(self):
        self.lines, self.last = [], 0

    def add(self, text, line):
        if line != self.last + 1:
            self.lines = []
        self.lines.append(text)
        self.last = line

    def above(self, line):
        """The paragraphs that end on the line before `line`: lines are joined by spaces, an empty comment line parts."""
        lines, self.lines = self.lines, []
        if not lines or line != self.last + 1:
            return []
        paragraphs = [[]]
        for text in lines:
            if text:
                paragraphs[-1].append(text)
            else:
                paragraphs.append([])
        return [" ".join(p) for p in paragraphs if p]


class Proto:
    """One file, parsed. Knows the subset of proto3 that this folder uses."""

    def __init__(self, path):
        # Descriptions by the place of the token that they stand above.
        self.descriptions = {}
        self.tokens = list(self.tokenize(path))
        self.at, self.package, self.options, self.messages, self.enums = 0, "", {}, [], {}
        while self.at < len(self.tokens):
            self.statement()

    def tokenize(self, path):
        text = open(path).read()
        at, count, line, block = 0, 0, 1, CommentBlock()
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise SystemExit(f"{path}: cannot read {text[at:at + 20]!r}")
            if match["comment"] and not text[text.rfind("\n", 0, at) + 1:at].strip():
                if "\t" in match["comment"]:
                    raise SystemExit(f"{path}:{line}: a tab in a comment")
                block.add(match["comment"][2:].strip(), line)
            if match["token"]:
                paragraphs = block.above(line)
                if paragraphs:
                    self.descriptions[count] = paragraphs
                yield match["token"]
                count += 1
            line += match[0].count("\n")
            at = match.end()

    def take(self, expected=None):
        token = self.tokens[self.at]
        if expected and token != expected:
            near = " ".join(self.tokens[max(self.at - 5, 0):self.at + 5])
            raise SystemExit(f"expected {expected}, found {token} near {near}")
        self.at += 1
        return token

    def statement(self):
        word = self.take()
        if word in ("syntax", "import"):
            self.skip(";")
        elif word == "package":
            self.package = self.take()
            self.take(";")
        elif word == "option":
            name, value = self.option()
            self.options[name] = value
            self.take(";")
        elif word == "message":
            self.message("")
        elif word == "enum":
            self.enum("")
        elif word in ("service", "extend"):
            self.skip("}")
        else:
            raise SystemExit(f"unexpected {word}")

    def skip(self, end):
        while self.take() != end:
            pass

    def option(self):
        parenthesised = self.tokens[self.at] == "("
        if parenthesised:
            self.take("(")
        name = self.take()
        if parenthesised:
            self.take(")")
        self.take("=")
        value = self.take()
        if value.startswith('"'):
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        return name.removeprefix("apus."), value

    def enum(self, outer):
        name = outer + self.take()
        self.take("{")
        values = []
        while self.tokens[self.at] != "}":
            value = self.take()
            self.take("=")
            values.append((value, int(self.take())))
            self.take(";")
        self.take("}")
        self.enums[name] = values

    def message(self, outer):
        description = self.descriptions.get(self.at - 1, [])
        message = Message(outer + self.take())
        message.description = description
        self.messages.append(message)
        self.take("{")
        while self.tokens[self.at] != "}":
            if self.tokens[self.at] == "option":
                self.take()
                name, value = self.option()
                message.options[name] = value
                self.take(";")
            elif self.tokens[self.at] == "enum":
                self.take()
                self.enum(message.name + ".")
            elif self.tokens[self.at] == "oneof":
                self.take()
                self.take()
                self.take("{")
                while self.tokens[self.at] != "}":
                    message.fields.append(self.field(presence=True))
                self.take("}")
            else:
                message.fields.append(self.field())
        self.take("}")

    def field(self, presence=False):
        label, key = "1", "string"
        description = self.descriptions.get(self.at, [])
        first = self.take()
        if first == "repeated":
            label, type = "r", self.take()
        elif first == "optional":
            presence, type = True, self.take()
        elif first == "map":
            self.take("<")
            key = self.take()
            self.take(",")
            label, type = "m", self.take()
            self.take(">")
        else:
            type = first
        name = self.take()
        self.take("=")
        field = Field(name, int(self.take()), type, label, key)
        field.presence, field.description = presence, description
        if self.tokens[self.at] == "[":
            self.take()
            while True:
                option, value = self.option()
                if option == "json_name":
                    field.json = value
                else:
                    field.options[option] = value
                if self.take() == "]":
                    break
        self.take(";")
        return field


def camel(name):
    parts = name.split("_")
    return parts[0] + "".join(p[:1].upper() + p[1:] for p in parts[1:])


class Model:
    """The files of one table, with types resolved to full names."""

    def __init__(self, paths, plain):
        self.files = [Proto(p) for p in paths]
        self.plain = plain
        self.special = {}
        self.enums = set()
        self.names = set()
        for file in self.files:
            for enum in file.enums:
                self.enums.add(f"{file.package}.{enum}")
            for message in file.messages:
                full = f"{file.package}.{message.name}"
                self.names.add(full)
                if "special" in message.options:
                    self.special[full] = message.options["special"]

    def resolve(self, file, message, type):
        if type in SCALARS:
            return type
        if type.startswith("."):
            candidates = [type[1:]]
        else:
            candidates = [f"{file.package}.{message.name}.{type}", f"{file.package}.{type}", type]
        for name in candidates:
            if name in self.names or name in self.enums:
                return name
        raise SystemExit(f"{message.name}: no type {type}")

    def is_plain(self, file):
        return self.plain or file.package.startswith("apus.")

    def json_name(self, file, field):
        return field.json or (camel(field.name) if self.is_plain(file) else field.name)

    def presence(self, file, field, type):
        if self.is_plain(file):
            return field.presence or (field.label == "1" and type not in SCALARS and type not in self.enums)
        return field.presence or field.options.get("pointer") == "true"

    def table(self):
        lines = []
        for file in self.files:
            lines.append(f"P\t{file.package}\t{file.options.get('api_version', '')}".rstrip("\t"))
            for message in file.messages:
                flags = ("k" if message.options.get("kind") == "true" else "") + ("3" if self.is_plain(file) else "")
                flags += "a" if message.options.get("atomic") == "true" else ""
                lines.append(f"M\t{message.name}\t{flags}\t{message.options.get('special', '')}".rstrip("\t"))
                for field in message.fields:
                    lines.append(self.row(file, message, field))
        return "\n".join(lines)

    def row(self, file, message, field):
        type = self.resolve(file, message, field.type)
        option = field.options.get
        flags = "p" if self.presence(file, field, type) else ""
        flags += "o" if self.is_plain(file) or option("omit_empty") == "true" else ""
        flags += "z" if option("omit_zero") == "true" else ""
        flags += "i" if option("inline") == "true" else ""
        flags += "K" if option("shows_kind") == "true" else ""
        flags += "O" if option("optional") == "true" else ""
        flags += "R" if option("required") == "true" else ""
        flags += "e" if option("allowed") else ""
        flags += {"atomic": "A", "granular": "G"}.get(option("struct_type"), "")
        label = field.label if field.key == "string" else f"m:{field.key}"
        columns = [
            "F", self.json_name(file, field), str(field.number), "int32" if type in self.enums else type, label, flags,
            option("merge_key", ""), option("patch_strategy", ""), option("list_type", ""), option("list_map_keys", ""),
            '""' if option("default_value") == "" else option("default_value", ""), option("allowed", ""),
        ]
        return "\t".join(columns).rstrip("\t")

    def descriptions(self):
        """The lines of the descriptions' table: packages, messages and fields that have one."""
        lines = []
        for file in self.files:
            found = []
            for message in file.messages:
                fields = [
                    "\t".join(["F", self.json_name(file, f)] + f.description) for f in message.fields if f.description]
                if fields or message.description:
                    found += ["\t".join(["M", message.name] + message.description)] + fields
            if found:
                lines += [f"P\t{file.package}"] + found
        return "\n".join(lines)


GROUPS = {
    "rbac": "Rbac", "apiextensions": "APIExtensions", "apiregistration": "APIRegistration",
    "flowcontrol": "FlowControl",
    "admissionregistration": "AdmissionRegistration", "apidiscovery": "APIDiscovery", "custom_metrics": "CustomMetrics",
}
VERSIONED = {"k8s.io.api.autoscaling.v1": "AutoscalingV1"}
RESERVED = {
    "default", "protocol", "operator", "in", "is", "as", "self", "for", "while", "if", "else", "switch", "case",
    "repeat", "return", "class", "struct", "enum", "extension", "func", "var", "let", "init", "import", "internal",
    "public", "private", "static", "throws", "throw", "where", "true", "false", "nil", "continue", "break", "do",
    "try", "catch", "guard", "defer", "super", "any", "some", "subscript", "typealias",
}
TAKEN = {"message": "message_", "descriptor": "descriptor_", "description": "description_", "init": "init_"}
SCALAR_TYPES = {"string": "String", "bool": "Bool", "bytes": "[UInt8]", "double": "Double", "float": "Double"}
SPECIAL_TYPES = {
    "time": "Timestamp", "microTime": "Timestamp", "duration": "Int", "quantity": "Quantity",
    "intOrString": "IntOrString",
    "raw": "RawJSON", "fieldsV1": "RawJSON", "json": "RawJSON",
}
UNIONS = {"schemaOrArray", "schemaOrBool", "schemaOrStringArray", "members"}


def type_name(name):
    """A Swift type's name: nested types are joined, and `Protocol` is taken by the language."""
    joined = name.replace(".", "_")
    return joined + "Type" if joined in ("Protocol", "Type") else joined


def namespace(package):
    if package in VERSIONED:
        return VERSIONED[package]
    if package.startswith("apus."):
        return "Cluster"
    if package == "runtime.v1":
        return "CRI"
    parts = package.split(".")
    group = parts[-2] if re.match(r"v\d", parts[-1]) else parts[-1]
    if package == "k8s.io.api.resource.v1":
        return "Resources"
    return GROUPS.get(group, group[0].upper() + group[1:])


def accessor(name, type, position, get, set):
    return (f"public var {name}: {type} "
            f"{{ get {{ message.{get}({position}) }} set {{ message.{set}({position}, newValue) }} }}")


class Views:
    """Typed accessors for the messages of a model."""

    def __init__(self, model, schema):
        self.model, self.schema = model, schema
        self.owner = {}
        for file in model.files:
            for message in file.messages:
                self.owner[f"{file.package}.{message.name}"] = (namespace(file.package), type_name(message.name))

    def swift_type(self, type):
        if type in self.model.enums:
            return "Int"
        special = self.model.special.get(type)
        if special in SPECIAL_TYPES:
            return SPECIAL_TYPES[special]
        if type in SCALARS:
            return SCALAR_TYPES.get(type, "Int")
        return ".".join(self.owner[type])

    def property(self, file, message, field, position):
        type = self.model.resolve(file, message, field.type)
        special = self.model.special.get(type)
        if special in UNIONS:
            return []
        name = re.sub(r"\W", "", self.model.json_name(file, field))
        name = name[:1].lower() + name[1:]
        name = TAKEN.get(name, f"`{name}`" if name in RESERVED else name)
        if special == "stringList" and field.label != "1":
            return []
        if special == "stringList" or (field.label == "r"):
            element = "String" if special == "stringList" else self.swift_type(type)
            return [accessor(name, f"[{element}]", position, "getList", "setList")]
        swift = self.swift_type(type)
        if field.label == "m":
            return [accessor(name, f"StringMap<{swift}>", position, "getMap", "setMap")]
        is_view = type not in SCALARS and type not in self.model.enums and special not in SPECIAL_TYPES
        optional = self.model.presence(file, field, type) or special in ("time", "microTime")
        get, set, take = ("getOptional", "setOptional", "takeOptional") if optional else ("get", "set", "take")
        declared = swift + ("?" if optional else "")
        if not is_view:
            return [accessor(name, declared, position, get, set)]
        return [
            f"public var {name}: {declared} {{",
            f"    get {{ message.{get}({position}) }}",
            f"    _modify {{ var child: {declared} = message.{take}({position}); "
            f"defer {{ message.{set}({position}, child) }}; yield &child }}",
            "}",
        ]

    def struct(self, file, message):
        lines = [
            f"    public struct {type_name(message.name)}: MessageView {{",
            f'        public static let descriptor = {self.schema}.require("{file.package}.{message.name}")',
            "        public var message: Message",
            "        public init(_ message: Message) { self.message = message }",
        ]
        for position, field in enumerate(message.fields):
            lines += ["        " + line for line in self.property(file, message, field, position)]
        return lines + ["    }"]

    def enums(self, file):
        for name, values in file.enums.items():
            lines = [f"    public enum {type_name(name)} {{"]
            prefix = re.sub(r"(?<!^)(?=[A-Z])", "_", name.split(".")[-1]).upper() + "_"
            for value, number in values:
                short = value.removeprefix(prefix)
                words = camel(short.lower()) if short.isupper() or "_" in short else short[0].lower() + short[1:]
                lines.append(f"        public static let {f'`{words}`' if words in RESERVED else words} = {number}")
            yield lines + ["    }"]

    def files(self):
        result, opened = {}, set()
        for file in self.model.files:
            messages = [m for m in file.messages if "special" not in m.options]
            if not messages:
                continue
            space = namespace(file.package)
            body = [line for lines in self.enums(file) for line in lines]
            for message in messages:
                body += self.struct(file, message)
            text = result.setdefault(space, [])
            if space not in opened:
                opened.add(space)
                text += [f"/// Typed views of `{file.package}`.", f"public enum {space} {{}}", ""]
            text += [f"extension {space} {{"] + body + ["}"]
        return {space: "\n".join(lines) + "\n" for space, lines in result.items()}


def banner(imports):
    lines = ["// Made by proto/generate.py from proto/. Do not edit.", "// swift-format-ignore-file"] + imports
    return "\n".join(lines) + "\n\n"


def literal(name, table, doc):
    head = f"/// {doc}.\nenum {name} {{\n    static let table: StaticString = #\"\"\"\n"
    return banner([]) + head + table + "\n\"\"\"#\n}\n"


def outputs():
    def find(folder):
        paths = []
        for base, _, names in os.walk(os.path.join(HERE, folder)):
            paths += [os.path.join(base, n) for n in names if n.endswith(".proto")]
        return sorted(paths)

    out = {}
    kubernetes = Model(find("k8s") + find("apus/v1"), plain=False)
    folder = "Sources/Objects/Generated"
    out[f"{folder}/KubernetesSchema.swift"] = literal(
        "KubernetesSchema", kubernetes.table(), "The Kubernetes API and `apus.v1` as a schema table")
    for space, text in Views(kubernetes, "Schema.kubernetes").files().items():
        out[f"{folder}/{space}.swift"] = banner([]) + text
    out["Sources/OpenAPI/Generated/Descriptions.swift"] = literal(
        "Descriptions", Model(find("k8s"), plain=False).descriptions(), "What the kinds and fields of the Kubernetes API mean")
    cri = Model(find("cri"), plain=True)
    folder = "Sources/Kubelet/CRI/Generated"
    out[f"{folder}/CRISchema.swift"] = literal("CRISchema", cri.table(), "The Container Runtime Interface as a schema table")
    for space, text in Views(cri, "Schema.cri").files().items():
        out[f"{folder}/{space}.swift"] = banner(["public import Objects"]) + text
    return out


def main():
    stale, expected = [], outputs()
    for path, text in expected.items():
        full = os.path.join(ROOT, path)
        current = open(full).read() if os.path.exists(full) else None
        if current == text:
            continue
        stale.append(path)
        if "--check" not in sys.argv:
            os.makedirs(os.path.dirname(full), exist_ok=True)
            open(full, "w").write(text)
    for folder in {os.path.dirname(path) for path in expected}:
        full = os.path.join(ROOT, folder)
        for name in os.listdir(full) if os.path.isdir(full) else []:
            path = f"{folder}/{name}"
            if path not in expected:
                stale.append(path)
                if "--check" not in sys.argv:
                    os.remove(os.path.join(ROOT, path))
    if "--check" in sys.argv and stale:
        sys.exit("not what proto/generate.py makes (run `make generate`):\n  " + "\n  ".join(stale))


if __name__ == "__main__":
    main()
