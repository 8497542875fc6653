"""What a watcher selects: as a query for the server, and as a predicate of the judge's own."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Term:
    """One requirement on a label or a field. `among`: the values meant; none: that a label is there."""
    name: str
    among: tuple = ()
    is_negated: bool = False

    @property
    def text(self):
        if not self.among:
            return ("!" if self.is_negated else "") + self.name
        if len(self.among) == 1:
            return self.name + ("!=" if self.is_negated else "=") + self.among[0]
        return f"{self.name} {'notin' if self.is_negated else 'in'} ({','.join(self.among)})"

    def holds(self, value):
        """Of a label's value; None: it is not there. A negation holds for what is not there."""
        return (value is not None if not self.among else value in self.among) != self.is_negated


@dataclasses.dataclass(frozen=True)
class Selection:
    resource: str
    # Empty: all namespaces.
    namespace: str = ""
    labels: tuple = ()
    fields: tuple = ()

    def matches(self, state):
        if self.namespace and state.namespace != self.namespace:
            return False
        fields = {"metadata.name": state.name, "metadata.namespace": state.namespace, "spec.nodeName": state.node}
        return (all(term.holds(state.label(term.name)) for term in self.labels)
                and all(term.holds(fields[term.name]) for term in self.fields))

    @property
    def label_text(self):
        return ",".join(term.text for term in self.labels)

    @property
    def field_text(self):
        return ",".join(term.text for term in self.fields)

    @property
    def path(self):
        place = f"namespaces/{self.namespace}/" if self.namespace else ""
        return f"/api/v1/{place}{self.resource}"

    def __str__(self):
        parts = [self.resource, f"in {self.namespace}" if self.namespace else "", self.label_text, self.field_text]
        return " ".join(part for part in parts if part)
