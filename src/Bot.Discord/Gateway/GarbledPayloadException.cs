namespace Bot.Discord.Gateway;

/// <summary>What arrived cannot be a gateway payload. <see cref="Reason"/> is a short word for metrics.</summary>
public sealed class GarbledPayloadException(string reason, Exception? innerException = null)
    : Exception($"The gateway sent something unreadable: {reason}.", innerException)
{
    public string Reason { get; } = reason;
}
