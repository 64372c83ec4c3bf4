using OpenTelemetry.Exporter;

namespace Bot.Telemetry;

/// <summary>Section <c>Telemetry</c>: where traces and metrics go. Nothing set: nowhere.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Of an OTLP collector: <c>http://localhost:4317</c> for gRPC, <c>http://localhost:4318</c> for HTTP.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>What the collector speaks.</summary>
    public OtlpExportProtocol Protocol { get; set; } = OtlpExportProtocol.Grpc;
}
