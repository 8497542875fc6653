import Wire

/// Writes paths and their operations.
struct PathWriter {
    let dialect: Dialect

    func write(_ paths: [PathPlan], to writer: inout JSONWriter) {
        writer.beginObject()
        for path in paths.sorted(by: { $0.path < $1.path }) {
            writer.key(path.path)
            writer.beginObject()
            // Keys in the order of the alphabet: delete, get, parameters, patch, post, put.
            var isWritten = path.parameters.isEmpty
            for (method, plan) in path.operations {
                if !isWritten, method > "parameters" {
                    isWritten = true
                    write(path.parameters, body: nil, to: &writer)
                }
                writer.key(method)
                write(plan, to: &writer)
            }
            if !isWritten { write(path.parameters, body: nil, to: &writer) }
            writer.endObject()
        }
        writer.endObject()
    }

    private func write(_ parameters: [Parameter], body: OperationPlan.Body?, to writer: inout JSONWriter) {
        writer.key("parameters")
        writer.beginArray()
        if let body {
            writer.beginObject()
            writer.member("in", "body")
            writer.member("name", "body")
            if body.isRequired { writer.member("required", true) }
            writer.key("schema")
            writer.reference(body.model, dialect)
            writer.endObject()
        }
        for parameter in parameters { parameter.write(dialect, to: &writer) }
        writer.endArray()
    }

    private func write(_ plan: OperationPlan, to writer: inout JSONWriter) {
        writer.beginObject()
        if dialect == .v2 { writer.member("consumes", plan.body?.mediaTypes ?? MediaTypes.any) }
        writer.member("description", plan.description)
        writer.member("operationId", plan.id)
        let body = dialect == .v2 ? plan.body : nil
        if !plan.parameters.isEmpty || body != nil { write(plan.parameters, body: body, to: &writer) }
        if dialect == .v2 { writer.member("produces", plan.produces) }
        if dialect == .v3, let body = plan.body {
            writer.key("requestBody")
            writer.beginObject()
            content(body.model, body.mediaTypes, to: &writer)
            if body.isRequired { writer.member("required", true) }
            writer.endObject()
        }
        writer.key("responses")
        writer.beginObject()
        for response in plan.responses { write(response, plan.produces, to: &writer) }
        writer.key("401")
        writer.beginObject()
        writer.member("description", "Unauthorized")
        writer.endObject()
        writer.endObject()
        if dialect == .v2 { writer.member("schemes", ["https"]) }
        writer.member("tags", [plan.tag])
        if let action = plan.action { writer.member("x-kubernetes-action", action) }
        if let kind = plan.kind {
            writer.key("x-kubernetes-group-version-kind")
            writer.value(kind)
        }
        writer.endObject()
    }

    private func write(_ response: OperationPlan.Response, _ mediaTypes: [String], to writer: inout JSONWriter) {
        writer.key(String(response.code))
        writer.beginObject()
        if dialect == .v3 { content(response.model, mediaTypes, to: &writer) }
        writer.member("description", response.words)
        if dialect == .v2 {
            writer.key("schema")
            schema(response.model, to: &writer)
        }
        writer.endObject()
    }

    private func content(_ model: String?, _ mediaTypes: [String], to writer: inout JSONWriter) {
        writer.key("content")
        writer.beginObject()
        for mediaType in mediaTypes {
            writer.key(mediaType)
            writer.beginObject()
            writer.key("schema")
            schema(model, to: &writer)
            writer.endObject()
        }
        writer.endObject()
    }

    private func schema(_ model: String?, to writer: inout JSONWriter) {
        if let model {
            writer.reference(model, dialect)
        } else {
            writer.beginObject()
            writer.member("type", "string")
            writer.endObject()
        }
    }
}
