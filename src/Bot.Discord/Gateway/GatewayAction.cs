namespace Bot.Discord.Gateway;

/// <summary>What <see cref="GatewaySession"/> wants done.</summary>
public abstract record GatewayAction
{
    private GatewayAction()
    {
    }

    /// <summary>Open a socket after a while. Without an address, ask Discord for one.</summary>
    /// <param name="Resumes">False: an IDENTIFY will follow, for which a start must be free.</param>
    public sealed record Connect(TimeSpan After, Uri? Address, bool Resumes) : GatewayAction;

    public sealed record Heartbeat(long? Sequence) : GatewayAction;

    public sealed record Identify : GatewayAction;

    public sealed record Resume(string SessionId, long Sequence) : GatewayAction;

    /// <summary>Give the frame's event to whoever listens for it.</summary>
    public sealed record Deliver : GatewayAction;

    /// <summary>Leave the socket; nothing it still brings counts. <paramref name="Reason"/> is a short word for logs and metrics.</summary>
    public sealed record Close(string Reason) : GatewayAction;

    /// <summary>Remember <see cref="GatewaySession.Resumable"/> beyond this process.</summary>
    public sealed record Save : GatewayAction;

    /// <summary>Do not connect again. With advice, an operator must act; without, it was asked for.</summary>
    public sealed record Stop(string? Advice, int? CloseCode) : GatewayAction;
}
