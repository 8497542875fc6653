"""proto/ judged by protobuf's own tools.

protoc accepts every file; objects that Kubernetes' encoders wrote decode with it, leaving no unknown field, and say
what the same objects say as JSON; the tables that Apus' codecs walk are what protoc reads from the files.

Needs requirements.txt beside this file.
"""
import base64
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, unknown_fields
from grpc_tools import protoc

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROTO = ROOT / "proto"
VECTORS = ROOT / "Tests/ObjectsTests/Vectors"
MAGIC = b"k8s\0"
META = "k8s.io.apimachinery.pkg.apis.meta.v1"
FILES = sorted(str(path.relative_to(PROTO)) for path in PROTO.rglob("*.proto"))
NAMES = sorted(path.stem for path in VECTORS.glob("*.pb"))


class Schema:
    """The files as protoc reads them, annotations included."""

    def __init__(self, folder):
        made = folder / "proto.binpb"
        google = pathlib.Path(protoc.__file__).parent / "_proto"
        code = protoc.main(
            ["protoc", f"-I{PROTO}", f"-I{google}", "--include_imports", f"--descriptor_set_out={made}", *FILES])
        assert code == 0, "protoc refuses a file of proto/"
        files = descriptor_pb2.FileDescriptorSet.FromString(made.read_bytes()).file
        self.pool = descriptor_pool.DescriptorPool()
        for file in files:
            self.pool.Add(file)
        self.files = [self.pool.FindFileByName(name) for name in FILES]
        self.versions, self.kinds = {}, {}
        for file in self.files:
            version = self.options(file).get("api_version", "")
            for message in file.message_types_by_name.values():
                self.versions[message.full_name] = version
                if self.options(message).get("kind"):
                    self.kinds[version, message.name] = message

    def options(self, descriptor):
        """The annotations of a file, message or field, by their short names."""
        # The options' own class is of another pool, which does not know the annotations: read them in this one.
        raw = descriptor.GetOptions().SerializeToString()
        kind = descriptor.GetOptions().DESCRIPTOR.full_name
        options = self.make(self.pool.FindMessageTypeByName(kind)).FromString(raw)
        return {field.name: value for field, value in options.ListFields() if field.full_name.startswith("apus.")}

    @staticmethod
    def make(descriptor):
        return message_factory.GetMessageClass(descriptor)

    def message(self, name):
        return self.make(self.pool.FindMessageTypeByName(name))


@pytest.fixture(scope="session")
def schema(tmp_path_factory):
    return Schema(tmp_path_factory.mktemp("proto"))


def is_map(field):
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def unknown(message, path=""):
    """Where the message or one in it has fields that its type does not know."""
    found = [f"{path}#{field.field_number}" for field in unknown_fields.UnknownFieldSet(message)]
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if is_map(field):
            inner = value.items() if field.message_type.fields_by_name["value"].message_type else []
        elif field.is_repeated:
            inner = enumerate(value)
        else:
            inner = [("", value)]
        for key, item in inner:
            found += unknown(item, f"{path}.{field.name}{[key] if key != '' else ''}")
    return found


class Renderer:
    """Kubernetes' JSON form of a decoded message, from what the annotations say."""

    def __init__(self, schema):
        self.schema = schema
        self.seen = {}

    def annotations(self, descriptor):
        if descriptor.full_name not in self.seen:
            self.seen[descriptor.full_name] = self.schema.options(descriptor)
        return self.seen[descriptor.full_name]

    def message(self, message):
        special = self.annotations(message.DESCRIPTOR).get("special")
        if special:
            return getattr(self, special)(message)
        result = {}
        for field in message.DESCRIPTOR.fields:
            note = self.annotations(field)
            if note.get("inline"):
                result |= self.message(getattr(message, field.name))
                continue
            written, value = self.field(message, field, note)
            if written:
                # Names that are no identifiers stand in json_name; all others are the fields' own names.
                name = field.name if re.sub(r"\W", "", field.json_name) == field.json_name else field.json_name
                result[name] = value
        return result

    def field(self, message, field, note):
        """Whether the field is written, and as what."""
        omit = bool(note.get("omit_empty"))
        value = getattr(message, field.name)
        if is_map(field):
            entry = field.message_type.fields_by_name["value"]
            return bool(value) or not omit, {key: self.one(entry, item) for key, item in value.items()} or None
        if field.is_repeated:
            return bool(value) or not omit, [self.one(field, item) for item in value] or None
        if field.message_type:
            # A structure that is no pointer is always there. A time that is zero says so by being empty.
            if note.get("pointer") and not message.HasField(field.name):
                return not omit, None
            rendered = self.message(value)
            return not (omit and rendered is None), rendered
        if field.has_presence:
            present = message.HasField(field.name)
            return present or not omit, self.one(field, value) if present else None
        return bool(value) or not omit, self.one(field, value)

    def one(self, field, value):
        if field.message_type:
            return self.message(value)
        return base64.b64encode(value).decode() if isinstance(value, bytes) else value

    def clock(self, message, precision):
        if not message.ListFields():
            return None
        when = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=message.seconds)
        return when.isoformat() + (f".{message.nanos // 1000:06}" if precision else "") + "Z"

    def time(self, message):
        return self.clock(message, 0)

    def microTime(self, message):
        return self.clock(message, 6)

    def duration(self, message):
        # Enough for whole seconds: 90 s is 1m30s.
        seconds, rest = divmod(message.duration, 1_000_000_000)
        assert rest == 0
        hours, minutes = seconds // 3600, seconds % 3600 // 60
        text = (f"{hours}h" if hours else "") + (f"{minutes}m" if hours or minutes else "")
        return text + f"{seconds % 60}s"

    def quantity(self, message):
        return message.string

    def intOrString(self, message):
        return message.strVal if message.type else message.intVal

    def raw(self, message):
        return json.loads(message.raw) if message.raw else None

    def json(self, message):
        return self.raw(message)

    def fieldsV1(self, message):
        return json.loads(message.Raw) if message.Raw else None

    def stringList(self, message):
        return list(message.items)


def read(schema, name):
    """A vector: its kind, and the message in its envelope."""
    raw = (VECTORS / f"{name}.pb").read_bytes()
    assert raw.startswith(MAGIC)
    envelope = schema.message("k8s.io.apimachinery.pkg.runtime.Unknown").FromString(raw[len(MAGIC):])
    assert unknown(envelope) == []
    group, version, kind = name.rsplit(".", 2)
    api = version if group == "core" else f"{group}/{version}"
    # Options and the like belong to every group; their message is meta's.
    descriptor = schema.kinds.get((api, kind)) or schema.pool.FindMessageTypeByName(f"{META}.{kind}")
    return envelope, schema.make(descriptor).FromString(envelope.raw)


def test_there_are_files_and_vectors():
    assert len(FILES) >= 30
    assert len(NAMES) >= 52


def test_protoc_accepts_every_file(schema):
    assert {file.name for file in schema.files} == set(FILES)


def test_the_systems_protoc_accepts_every_file(tmp_path):
    found = shutil.which("protoc")
    if not found:
        pytest.skip("no protoc: apt-get install protobuf-compiler libprotobuf-dev")
    subprocess.run([found, f"-I{PROTO}", f"--descriptor_set_out={tmp_path / 'all'}", *FILES], check=True)


@pytest.mark.parametrize("name", NAMES)
def test_no_field_of_a_vector_is_unknown(schema, name):
    _, message = read(schema, name)
    assert unknown(message) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_vector_says_the_same_in_binary_and_json(schema, name):
    envelope, message = read(schema, name)
    expected = json.loads((VECTORS / f"{name}.json").read_bytes())
    head = {"kind": envelope.typeMeta.kind, "apiVersion": envelope.typeMeta.apiVersion}
    for key in head:
        if key in expected:
            assert expected.pop(key) == head[key]
    rendered = Renderer(schema).message(message)
    assert rendered == expected
    assert json.dumps(rendered) == json.dumps(expected), "the order of fields"


SCALARS = {
    number: name.removeprefix("TYPE_").lower() for name, number in descriptor_pb2.FieldDescriptorProto.Type.items()
}


def rows(path):
    """The lines of a generated table: {message: (flags, special, [field's columns])}."""
    text = path.read_text()
    table = text[text.index('#"""\n') + 5:text.index('\n"""#')]
    result, package = {}, ""
    for line in table.split("\n"):
        columns = line.split("\t") + [""] * 12
        if line.startswith("P\t"):
            package = columns[1]
        elif line.startswith("M\t"):
            result[f"{package}.{columns[1]}"] = fields = (columns[2], columns[3], [])
        else:
            fields[2].append(tuple(columns[1:12]))
    return result


def described(schema, message, plain):
    """The same from protoc's descriptor."""
    def name_and_type(field):
        if field.message_type:
            return field.message_type.full_name
        return "int32" if field.enum_type else SCALARS[field.type]

    fields = []
    for field in message.fields:
        note = schema.options(field)
        label, type, presence = "1", name_and_type(field), field.has_presence
        if is_map(field):
            key, value = (field.message_type.fields_by_name[part] for part in ("key", "value"))
            label, type = "m" if SCALARS[key.type] == "string" else f"m:{SCALARS[key.type]}", name_and_type(value)
        elif field.is_repeated:
            label = "r"
        elif field.message_type and not plain:
            presence = bool(note.get("pointer"))
        named = field.json_name if plain or re.search(r"\W", field.json_name) else field.name
        letters = [("p", presence), ("o", plain or note.get("omit_empty")), ("z", note.get("omit_zero")),
                   ("i", note.get("inline")), ("K", note.get("shows_kind")),
                   ("O", note.get("optional")), ("R", note.get("required")), ("e", note.get("allowed")),
                   ("A", note.get("struct_type") == "atomic"), ("G", note.get("struct_type") == "granular")]
        default = note.get("default_value")
        fields.append((
            named, str(field.number), type, label, "".join(letter for letter, on in letters if on),
            note.get("merge_key", ""), note.get("patch_strategy", ""), note.get("list_type", ""),
            note.get("list_map_keys", ""), '""' if default == "" else default or "", note.get("allowed", "")))
    note = schema.options(message)
    flags = ("k" if note.get("kind") else "") + ("3" if plain else "") + ("a" if note.get("atomic") else "")
    return flags, note.get("special", ""), fields


@pytest.mark.parametrize("path, packages, plain", [
    ("Sources/Objects/Generated/KubernetesSchema.swift", ("k8s/", "apus/v1/"), ("apus.",)),
    ("Sources/Kubelet/CRI/Generated/CRISchema.swift", ("cri/",), ("runtime.",)),
])
def test_a_table_says_what_protoc_reads(schema, path, packages, plain):
    expected = {}

    def visit(message):
        if not message.GetOptions().map_entry:
            expected[message.full_name] = described(schema, message, message.full_name.startswith(plain))
        for nested in message.nested_types:
            visit(nested)

    for file in schema.files:
        if file.name.startswith(packages):
            for message in file.message_types_by_name.values():
                visit(message)
    found = rows(ROOT / path)
    assert found.keys() == expected.keys()
    for name, message in expected.items():
        assert found[name] == message, name


def test_generated_files_are_current():
    subprocess.run([sys.executable, PROTO / "generate.py", "--check"], check=True)
