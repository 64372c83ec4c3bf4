using Bot.Answers;
using Bot.Answers.Generation;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Telemetry;

/// <summary>Sends traces and metrics to whoever collects them, when <c>Telemetry:Endpoint</c> or <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where.</summary>
/// <remarks>One span tree for each interaction: interaction › retrieve, draft, verify, send. The other OTEL_ variables are the exporter's own:
/// https://opentelemetry.io/docs/specs/otel/protocol/exporter/</remarks>
internal static class TelemetryServices
{
    private const string ServiceName = "news-answers";
    private const string Discord = "Bot.Discord";
    private const string Gateway = "Bot.Discord.Gateway";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.Endpoint is { IsAbsoluteUri: false } || (options.Endpoint is null && string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])))
        {
            // A relative address is refused with all other settings that are wrong.
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName))
            .WithTracing(tracing => tracing.AddBotSources().AddOtlpExporter(exporter => Configure(exporter, options, "v1/traces")))
            .WithMetrics(metrics => metrics.AddBotMeters().AddOtlpExporter(exporter => Configure(exporter, options, "v1/metrics")));
        return services;
    }

    public static TracerProviderBuilder AddBotSources(this TracerProviderBuilder tracing) => tracing.AddSource(Discord, AnswerTelemetry.Name, ModelTelemetry.Name);

    public static MeterProviderBuilder AddBotMeters(this MeterProviderBuilder metrics) => metrics.AddMeter(Discord, Gateway, AnswerTelemetry.Name, ModelTelemetry.Name);

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        if (options.Endpoint is not { } endpoint)
        {
            return;
        }

        // An address set in code is taken as it is, while the variable's gets the signal's path by itself.
        exporter.Protocol = options.Protocol;
        exporter.Endpoint = options.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}") : endpoint;
    }
}
