namespace Bot.Discord.Gateway;

/// <summary>How the whole stream of a connection is compressed, asked for with <c>compress=</c> in the address.</summary>
public enum TransportCompression
{
    None = 0,
    ZlibStream = 1,
    ZstdStream = 2,
}
