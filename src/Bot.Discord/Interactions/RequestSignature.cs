using System.Text;
using NSec.Cryptography;

namespace Bot.Discord.Interactions;

/// <summary>Checks that a request was signed by Discord: Ed25519 over the timestamp header and the body as it came.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers</remarks>
public sealed class RequestSignature
{
    private const int SignatureCharacters = 128;
    private const int MostTimestampCharacters = 32;

    private readonly PublicKey _key;

    /// <param name="publicKey">64 hexadecimal digits, from the application's page in the Developer Portal.</param>
    /// <exception cref="ArgumentException">It is not such a key.</exception>
    public RequestSignature(string publicKey)
    {
        var key = new byte[32];
        if (publicKey.Length != 64 || Convert.FromHexString(publicKey, key, out _, out _) != System.Buffers.OperationStatus.Done
            || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, key, KeyBlobFormat.RawPublicKey, out var imported))
        {
            throw new ArgumentException("Discord:PublicKey must be the 64 hexadecimal digits shown as Public Key on the application's page in the Developer Portal.", nameof(publicKey));
        }

        _key = imported!;
    }

    /// <param name="signature">The header <c>X-Signature-Ed25519</c>.</param>
    /// <param name="timestamp">The header <c>X-Signature-Timestamp</c>.</param>
    /// <param name="body">The bytes of the body, unparsed.</param>
    public bool Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is not { Length: SignatureCharacters } || timestamp is not { Length: > 0 and <= MostTimestampCharacters } || !Ascii.IsValid(timestamp))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[SignatureCharacters / 2];
        if (Convert.FromHexString(signature, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var signed = System.Buffers.ArrayPool<byte>.Shared.Rent(timestamp.Length + body.Length);
        try
        {
            var length = Encoding.ASCII.GetBytes(timestamp, signed);
            body.CopyTo(signed.AsSpan(length));
            return SignatureAlgorithm.Ed25519.Verify(_key, signed.AsSpan(0, length + body.Length), bytes);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        }
    }
}
