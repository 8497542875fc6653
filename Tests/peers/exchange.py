"""Sends recorded requests to a server and compares its answers with those that Kubernetes 1.36 gave.

A scenario is a JSON file: `exchanges[].request` (method, path, headers, body) and `.response`. A step without a response
prepares the next ones; `until` repeats a step until a condition is true or a status is answered. `$RV`, `$UID`,
`$CONTINUE`, `$TOKEN` in a request stand for what the last answer carried, `$RV_x` for the step saved as `x`. Values that
differ from run to run are normalised on both sides to `<uid>`, `<rv>`, `<time>` and so on.
"""
import json
import re
import ssl
import time

import httpx

TIMES = {
    "creationTimestamp", "deletionTimestamp", "time", "lastTransitionTime", "lastUpdateTime", "lastHeartbeatTime",
    "lastProbeTime", "expirationTimestamp", "firstTimestamp", "lastTimestamp", "eventTime", "renewTime", "acquireTime",
    "lastScheduleTime", "startTime",
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def normal_cell(cell):
    if not isinstance(cell, str):
        return cell
    cell = re.sub(r"^10\.0\.\d+\.\d+$", "<ip>", re.sub(r"^\d+s$", "<age>", cell))
    return re.sub(r":3\d{4}/", ":<port>/", cell)


def normal_text(text):
    text = UUID.sub("<uid>", text)
    text = re.sub(r"(current: |ResourceVersion in record \()\d+", r"\1<rv>", text)
    text = re.sub(r'resourceVersion: "\d+"', 'resourceVersion: "<rv>"', text)
    text = re.sub(r'Invalid value: "\{.*\}"', 'Invalid value: "{<object>}"', text, flags=re.S)
    text = re.sub(r"kube-api-access-[a-z0-9]{5}\b", "kube-api-access-<suffix>", text)
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "<time>", text)


def normal_field(key, value, managed):
    if key in TIMES and isinstance(value, str):
        return "<time>"
    if key == "message" and isinstance(value, str):
        return normal(value.split("\n")[0], key, managed)
    if key == "uid" and value:
        return "<uid>"
    if key == "resourceVersion" and value not in ("", "0"):
        return "<rv>"
    if key == "clusterIP" and value not in ("", "None"):
        return "<ip>"
    if key == "clusterIPs" and value != ["None"]:
        return ["<ip>"] * len(value)
    if key in ("nodePort", "healthCheckNodePort") and value:
        return "<port>"
    if key == "continue" and value:
        return "<continue>"
    if key == "token" and isinstance(value, str) and value:
        return "<token>"
    return normal(value, key, managed)


def normal(value, key="", managed=False):
    """An answer without what differs from run to run, and without managedFields unless they are to be compared."""
    if isinstance(value, list):
        return [normal(x, key, managed) for x in value]
    if isinstance(value, str):
        return normal_text(value)
    if not isinstance(value, dict):
        return value
    is_column = "format" in value and "priority" in value
    out = {
        k: normal_field(k, x, managed)
        for k, x in value.items()
        if (managed or k != "managedFields") and not (k == "description" and is_column)
    }
    if isinstance(out.get("managedFields"), list):
        out["managedFields"].sort(key=lambda entry: [entry.get(k, "") for k in ("operation", "manager", "subresource")])
    if isinstance(out.get("causes"), list) and key == "details":
        out["causes"].sort(key=lambda c: (c.get("field", ""), c.get("message", "")))
    if out.get("kind") == "Status" and len((out.get("details") or {}).get("causes", [])) > 1:
        out["message"] = out["message"].split(": [")[0] + ": [<causes>]"
    if "allowed" in value and str(value.get("reason", "")).startswith("RBAC: allowed by"):
        out["reason"] = "RBAC: allowed by <binding>"
    if isinstance(value.get("cells"), list):
        out["cells"] = [normal_cell(c) for c in out["cells"]]
    metadata = value.get("metadata")
    if isinstance(metadata, dict) and metadata.get("generateName") and "name" in metadata:
        out["metadata"]["name"] = metadata["generateName"] + "<suffix>"
    return out


def differences(expected, found, path=""):
    if type(expected) is not type(found):
        yield f"{path}: {json.dumps(expected)[:120]} != {json.dumps(found)[:120]}"
    elif isinstance(expected, dict):
        for key in sorted(set(expected) | set(found)):
            if key not in expected:
                yield f"{path}.{key}: unexpected {json.dumps(found[key])[:120]}"
            elif key not in found:
                yield f"{path}.{key}: missing {json.dumps(expected[key])[:120]}"
            else:
                yield from differences(expected[key], found[key], f"{path}.{key}")
    elif isinstance(expected, list):
        if len(expected) != len(found):
            yield f"{path}: {len(expected)} items, got {len(found)}"
        for i, (x, y) in enumerate(zip(expected, found)):
            yield from differences(x, y, f"{path}[{i}]")
    elif expected != found:
        yield f"{path}: {json.dumps(expected)[:120]} != {json.dumps(found)[:120]}"


class Session:
    """One scenario's run against one server."""

    def __init__(self, server, authority, certificate, key):
        context = ssl.create_default_context(cafile=authority)
        context.load_cert_chain(certificate, key)
        self.http = httpx.Client(
            base_url=server, verify=context, http2=True, timeout=60, headers={"User-Agent": "exchange"})
        self.remembered = {}

    def fill(self, text):
        for key in sorted(self.remembered, key=len, reverse=True):
            text = text.replace("$" + key, self.remembered[key])
        return text

    def remember(self, body, save):
        if not isinstance(body, dict):
            return
        metadata = body.get("metadata") or {}
        for key, name in (("RV", "resourceVersion"), ("UID", "uid"), ("CONTINUE", "continue")):
            if metadata.get(name):
                self.remembered[key] = metadata[name]
                if save:
                    self.remembered[f"{key}_{save}"] = metadata[name]

    def send(self, step):
        headers = {k: self.fill(v) for k, v in step.get("headers", {}).items()}
        body = step.get("body")
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
            body = self.fill(body if isinstance(body, str) else json.dumps(body)).encode()
        path = self.fill(step["path"])
        if "events" in step:
            return self.watch(step, path, headers, body)
        deadline = time.monotonic() + 60
        while True:
            answer = self.http.request(step["method"], path, headers=headers, content=body)
            if "until" not in step or step["until"] == answer.status_code or time.monotonic() > deadline:
                break
            if answer.status_code == 200:
                conditions = (answer.json().get("status") or {}).get("conditions") or []
                if any(c["type"] == step["until"] and c["status"] == "True" for c in conditions):
                    break
            time.sleep(0.02)
        result = self.answer(answer)
        self.remember(result.get("body"), step.get("save"))
        return result

    def watch(self, step, path, headers, body):
        events, pending = [], b""
        with self.http.stream(step["method"], path, headers=headers, content=body) as answer:
            if answer.status_code != 200:
                answer.read()
                return self.answer(answer)
            for chunk in answer.iter_bytes():
                pending += chunk
                while b"\n" in pending:
                    line, pending = pending.split(b"\n", 1)
                    if line.strip():
                        events.append(json.loads(line))
                if len(events) >= step["events"]:
                    break
            if pending.strip() and len(events) < step["events"]:
                events.append(json.loads(pending))
        return {"status": 200, "events": events[: step["events"]]}

    @staticmethod
    def answer(answer):
        result = {"status": answer.status_code, "type": answer.headers.get("content-type", "").replace(", ", ",")}
        warnings = [re.sub(r'^299 - "(.*)"$', r"\1", w).replace('\\"', '"') for w in answer.headers.get_list("warning")]
        if warnings:
            result["warnings"] = warnings
        try:
            result["body"] = answer.json()
        except ValueError:
            result["body"] = answer.text
        return result
