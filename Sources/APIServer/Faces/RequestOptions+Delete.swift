import Objects
import Resources
import Wire

extension RequestOptions {
    /// From the body, a meta/v1 `DeleteOptions`; from the query, if there is no body.
    static func delete(_ query: Query, body: [UInt8], encoding: Encoding, caller: Caller) throws(APIError)
        -> DeleteOptions
    {
        let given = body.isEmpty ? try read(query) : try read(body, encoding)
        var problems: [FieldProblem] = []
        if given.orphanDependents != nil, let policy = given.propagationPolicy {
            problems.append(
                .invalid(
                    "propagationPolicy", text: policy, "orphanDependents and deletionPropagation cannot be both set"))
        }
        var options = DeleteOptions(caller: caller)
        if let policy = given.propagationPolicy {
            options.propagation = Propagation(rawValue: policy)
            if options.propagation == nil {
                problems.append(
                    .notSupported(
                        "propagationPolicy", GoText.quoted(policy), ["Foreground", "Background", "Orphan", "nil"])
                )
            }
        } else if let orphans = given.orphanDependents {
            options.propagation = orphans ? .orphan : .background
            options.cascades = !orphans
        }
        problems += dryRunProblems(given.dryRun)
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "DeleteOptions", group: "meta.k8s.io", name: "", problems)
        }
        options.dryRun = !given.dryRun.isEmpty
        // Less than nothing is a second.
        options.gracePeriodSeconds = given.gracePeriodSeconds.map { $0 < 0 ? 1 : $0 }
        options.uid = given.preconditions?.uid
        options.resourceVersion = given.preconditions?.resourceVersion
        return options
    }

    private static func read(_ query: Query) throws(APIError) -> Meta.DeleteOptions {
        var given = Meta.DeleteOptions()
        given.dryRun = query.all("dryRun")
        given.gracePeriodSeconds = try query.int("gracePeriodSeconds")
        given.orphanDependents = query.flag("orphanDependents")
        given.propagationPolicy = query["propagationPolicy"]
        return given
    }

    /// A body that cannot be read is told as Kubernetes tells it: as a fault without a reason.
    private static func read(_ body: [UInt8], _ encoding: Encoding) throws(APIError) -> Meta.DeleteOptions {
        let type = Meta.DeleteOptions.descriptor
        if encoding == .protobuf {
            do {
                let envelope = try Envelope(reading: body)
                try check(envelope.kind)
                return Meta.DeleteOptions(try BinaryDecoder.decode(body, in: envelope.object, as: type))
            } catch let error as APIError { throw error } catch {
                throw APIError.badRequest("DeleteOptions cannot be read: \(error)")
            }
        }
        let text: [UInt8]
        if encoding == .yaml {
            do { text = try YAMLReader.first(body, tellsDuplicates: false).json } catch {
                throw APIError(500, "", "yaml: \(error.goText)")
            }
        } else {
            text = body
        }
        do { try check(TypeMeta(scanning: text).kind) } catch let error as WireError {
            throw APIError(500, "", "couldn't get version/kind; json parse error: \(error.message)")
        } catch let error as APIError { throw error } catch { throw APIError.internalError("\(error)") }
        do { return Meta.DeleteOptions(try JSONDecoder.decode(text, as: type).message) } catch {
            throw APIError(500, "", error.message)
        }
    }

    /// Something else in a deletion's place is a mistake that must not delete anything.
    private static func check(_ kind: String) throws(APIError) {
        guard kind.isEmpty || kind == "DeleteOptions" else {
            throw APIError.badRequest("the body of a deletion is to be DeleteOptions, and says that it is a \(kind)")
        }
    }
}
