namespace Bot.Discord.Gateway;

/// <summary>Discord will not let this bot in until an operator changes something; the message is one sentence that says what.</summary>
public sealed class GatewayStoppedException(string message, int? closeCode) : Exception(message)
{
    /// <summary>The close code behind it; null when REST refused the token.</summary>
    public int? CloseCode { get; } = closeCode;
}
