using System.Text.Json.Serialization;
using Bot.Discord.Model;

namespace Bot.Discord.Rest;

/// <summary>How request bodies are written; what comes back is read with <see cref="DiscordJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(CallbackBody<OutgoingMessage>))]
[JsonSerializable(typeof(CallbackBody<DeferData>))]
[JsonSerializable(typeof(CallbackBody<SuggestionData>))]
[JsonSerializable(typeof(CallbackBody<ModalForm>))]
[JsonSerializable(typeof(LayoutEdit))]
[JsonSerializable(typeof(ThreadFromMessage))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(NewDirectMessageChannel))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(ApplicationCommand))]
internal sealed partial class RestJson : JsonSerializerContext;

internal sealed record ThreadFromMessage(string Name, int AutoArchiveDuration);

internal sealed record NewThread(string Name, int AutoArchiveDuration, ChannelType Type);

internal sealed record NewDirectMessageChannel(Snowflake RecipientId);
