import Testing

@testable import Objects
@testable import Resources

@Suite("Autoscalers keep everything in both of their versions")
struct AutoscalerTests {
    private static let full = #"""
        {"metadata":{"name":"h","annotations":{"mine":"yes"}},
         "spec":{"scaleTargetRef":{"kind":"Deployment","name":"d","apiVersion":"apps/v1"},"minReplicas":2,"maxReplicas":5,
          "metrics":[{"type":"External","external":{"metric":{"name":"q","selector":{"matchLabels":{"a":"b"}}},"target":{"type":"AverageValue","averageValue":"30"}}},
           {"type":"Object","object":{"describedObject":{"kind":"Service","name":"s","apiVersion":"v1"},"metric":{"name":"m"},"target":{"type":"Value","value":"7"}}},
           {"type":"Pods","pods":{"metric":{"name":"p"},"target":{"type":"AverageValue","averageValue":"1500m"}}},
           {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50}}}],
          "behavior":{"scaleDown":{"stabilizationWindowSeconds":60}}},
         "status":{"currentReplicas":1,"desiredReplicas":2,"currentMetrics":[{"type":"Resource","resource":{"name":"cpu","current":{"averageUtilization":40,"averageValue":"100m"}}}],
          "conditions":[{"type":"AbleToScale","status":"True","reason":"Ready"}]}}
        """#

    @Test("There and back, nothing is lost")
    func conversion() throws {
        var object = try JSONDecoder.decode(Array(Self.full.utf8), as: Autoscaling.HorizontalPodAutoscaler.descriptor)
            .message
        AutoscalerRules().setDefaults(&object)
        let older = AutoscalerConversion.fromStored(object)
        let view = AutoscalingV1.HorizontalPodAutoscaler(older)
        #expect(view.spec.targetCPUUtilizationPercentage == 50)
        #expect(view.status.currentCPUUtilizationPercentage == 40)
        #expect(view.metadata.annotations["mine"] == "yes")
        #expect(view.metadata.annotations["autoscaling.alpha.kubernetes.io/metrics"]?.contains("\"External\"") == true)
        #expect(
            view.metadata.annotations["autoscaling.alpha.kubernetes.io/behavior"]?.hasPrefix(
                #"{"ScaleUp":{"StabilizationWindowSeconds":0,"SelectPolicy":"Max","Policies":[{"Type":"Pods","Value":4,"#
            )
                == true)
        let again = AutoscalerConversion.toStored(older)
        #expect(
            String(decoding: JSONEncoder.encode(again), as: UTF8.self)
                == String(decoding: JSONEncoder.encode(object), as: UTF8.self))
    }

    static let wrong: [(String, [String])] = [
        (
            #""maxReplicas":0"#,
            [
                "spec.maxReplicas: Invalid value: 0: must be greater than 0",
                "spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`",
            ]
        ),
        (
            #""maxReplicas":3,"minReplicas":0"#,
            ["spec.minReplicas: Invalid value: 0: must be greater than or equal to 1"]
        ),
        (
            #""maxReplicas":3,"metrics":[{"type":"Pods","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":1}}}]"#,
            [
                "spec.metrics[0].pods: Required value: must populate information for the given metric source"
            ]
        ),
        (
            #""maxReplicas":3,"metrics":[{"type":"Odd"}]"#,
            [String](
                repeating: "spec.metrics[0].type: Unsupported value: \"Odd\": supported values: \"ContainerResource\", "
                    + "\"External\", \"Object\", \"Pods\", \"Resource\"", count: 2)
        ),
        (
            #""maxReplicas":3,"metrics":[{"type":"ContainerResource","containerResource":{"name":"gold","container":"A","target":{"type":"Utilization","averageUtilization":1}}}]"#,
            [
                "spec.metrics[0].containerResource.container: Invalid value: \"A\": a lowercase RFC 1123 label must consist of "
                    + "lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
                    + "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
                "spec.metrics[0].containerResource.name: Invalid value: \"gold\": must be a standard resource for containers",
                "spec.metrics[0].containerResource.name: Invalid value: \"gold\": must be a standard resource type or fully "
                    + "qualified",
            ]
        ),
        (
            #""maxReplicas":3,"behavior":{"scaleUp":{"policies":[{"type":"Pods","value":0,"periodSeconds":2000}]}}"#,
            [
                "spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 2000: must be less than or equal to 1800",
                "spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero",
            ]
        ),
    ]

    @Test("What is wrong is told by field", arguments: wrong)
    func refused(_ example: (String, [String])) throws {
        let text =
            #"{"metadata":{"name":"h"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"d"},\#(example.0)}}"#
        #expect(try problems(BuiltinResources.autoscalers, text) == example.1.sorted())
    }

    @Test("Rows show each metric and its target")
    func printed() throws {
        let object = try JSONDecoder.decode(
            Array(Self.full.utf8), as: Autoscaling.HorizontalPodAutoscaler.descriptor
        ).message
        #expect(
            BuiltinResources.autoscalers.rows.cells(object, now: 0)[1...5].map { $0 } == [
                .text("Deployment/d"), .text("<unknown>/30 (avg), <unknown>/7 + 2 more..."), .text("2"), .integer(5),
                .integer(1),
            ])
    }
}
