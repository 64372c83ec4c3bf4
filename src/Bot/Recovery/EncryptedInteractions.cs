using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Storage;

namespace Bot.Recovery;

/// <summary>Keeps interactions and messages that are being answered in the record, encrypted: they hold a credential and somebody's words.</summary>
/// <remarks>AES-256-GCM under a key from the bot token, so that every process of the bot can read them and nobody else; the id is bound in. A process that
/// has renewed its leases lately need not ask before it answers.</remarks>
internal sealed class EncryptedInteractions : IInteractionRecord
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // The first byte of what is sealed.
    private const byte OfInteraction = 0;
    private const byte OfMessage = 2;

    private readonly PendingInteractions _record;
    private readonly TimeProvider _time;
    private readonly byte[] _key;
    private long _renewed;
    private int _open;

    /// <param name="secret">The bot token.</param>
    public EncryptedInteractions(PendingInteractions record, string secret, TimeProvider time)
    {
        (_record, _time) = (record, time);
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), SHA256.HashSizeInBytes, info: "unfinished interactions, version 1"u8.ToArray());
        _renewed = time.GetTimestamp();
    }

    /// <summary>This process, among all that serve the bot.</summary>
    public string Owner { get; } = Guid.NewGuid().ToString("N");

    public async ValueTask<bool> TryClaimAsync(Interaction interaction, CancellationToken cancellationToken) =>
        Counted(await _record.TryClaimAsync(interaction.Id.Value, Owner, Seal(interaction), cancellationToken));

    /// <summary>Takes a message on; false when another process has.</summary>
    public async Task<bool> TryClaimAsync(Message message, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.Message);
        return Counted(await _record.TryClaimAsync(message.Id.Value, Owner, Seal(message.Id, OfMessage, json), cancellationToken));
    }

    public async Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken)
    {
        await _record.TakeAsync(interaction.Value, Owner, cancellationToken);
        Interlocked.Increment(ref _open);
    }

    public ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken) =>
        _time.GetElapsedTime(Volatile.Read(ref _renewed)) < PendingInteractions.Lease / 2
            ? new(true)
            : new(_record.RenewAsync(interaction.Value, Owner, cancellationToken));

    public async Task EndAsync(Snowflake interaction, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _open);
        await _record.RemoveAsync(interaction.Value, Owner, cancellationToken);
    }

    /// <summary>To be called every third of a lease.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var asOf = _time.GetTimestamp();
        if (Volatile.Read(ref _open) > 0)
        {
            await _record.RenewAsync(Owner, cancellationToken);
        }

        Volatile.Write(ref _renewed, asOf);
    }

    /// <summary>Takes over what dead processes have left; it is this process's to end from now on.</summary>
    public async Task<IReadOnlyList<Left>> TakeOverAsync(CancellationToken cancellationToken)
    {
        var left = await _record.TakeOverAsync(Owner, cancellationToken);
        Interlocked.Add(ref _open, left.Length);
        return [.. left.Select(Open)];
    }

    internal byte[] Seal(Interaction interaction) =>
        Seal(interaction.Id, OfInteraction, JsonSerializer.SerializeToUtf8Bytes(interaction, DiscordJson.Default.Interaction));

    private bool Counted(bool claimed)
    {
        if (claimed)
        {
            Interlocked.Increment(ref _open);
        }

        return claimed;
    }

    private byte[] Seal(Snowflake id, byte kind, ReadOnlySpan<byte> json)
    {
        byte[] plain = [kind, .. json];
        var content = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(content.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(
            content.AsSpan(0, NonceBytes), plain, content.AsSpan(NonceBytes + TagBytes), content.AsSpan(NonceBytes, TagBytes), Bound(id.Value));
        return content;
    }

    private Left Open(PendingInteraction one)
    {
        var left = new Left(new Snowflake(one.Id), one.Attempts);
        var content = one.Sealed.Span;
        if (content.Length <= NonceBytes + TagBytes)
        {
            return left;
        }

        var plain = new byte[content.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(_key, TagBytes);
            cipher.Decrypt(content[..NonceBytes], content[(NonceBytes + TagBytes)..], content.Slice(NonceBytes, TagBytes), plain, Bound(one.Id));
            return plain[0] == OfMessage
                ? left with { Message = JsonSerializer.Deserialize(plain.AsSpan(1), DiscordJson.Default.Message) }
                : left with { Interaction = JsonSerializer.Deserialize(plain.AsSpan(1), DiscordJson.Default.Interaction) };
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return left;
        }
    }

    private static byte[] Bound(ulong id)
    {
        var bound = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bound, id);
        return bound;
    }
}

/// <summary>What a dead process has left: an interaction or a message; neither when another bot token sealed it, or it is damaged.</summary>
/// <param name="Attempts">How many processes have had it, this one included.</param>
internal sealed record Left(Snowflake Id, int Attempts)
{
    public Interaction? Interaction { get; init; }

    public Message? Message { get; init; }
}
