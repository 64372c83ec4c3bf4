using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>Custom ids that carry a little state through a button or a form and come back unforged: anybody can send any custom id to a bot.</summary>
/// <remarks>Shape: version, action, state, each with a dot between, and 22 characters of HMAC-SHA256 behind the last dot. The key comes from the bot token, so
/// that every process has it and a reset token voids all old ids.</remarks>
public sealed class SignedCustomIds
{
    /// <summary>Discord's limit for a custom id.</summary>
    private const int MostCharacters = 100;
    private const int SignatureBytes = 16;
    private const int SignatureCharacters = 22;
    private const char ForEveryone = '1';
    private const char ForOnePerson = '2';

    private readonly byte[] _key;

    public SignedCustomIds(ReadOnlySpan<char> secret) =>
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret.ToArray()), SHA256.HashSizeInBytes, info: "custom ids, version 1"u8.ToArray());

    /// <summary>How many characters of state fit beside this action.</summary>
    public static int RoomFor(string action) => MostCharacters - action.Length - SignatureCharacters - 4;

    /// <param name="action">What <see cref="InteractionHandlers"/> knows the handler by; without dots.</param>
    /// <param name="state">At most <see cref="RoomFor"/> characters. Everybody can read it.</param>
    /// <param name="onlyFor">The one person who may use it; null for everybody who sees it.</param>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public string Create(string action, string state, Snowflake? onlyFor = null)
    {
        if (action.Length == 0 || action.Contains('.', StringComparison.Ordinal) || state.Length > RoomFor(action))
        {
            throw new ArgumentException("An action has no dots, and action and state have to fit into 100 characters with the signature.", nameof(state));
        }

        var text = $"{(onlyFor is null ? ForEveryone : ForOnePerson)}.{action}.{state}";
        return $"{text}.{Sign(text, onlyFor)}";
    }

    /// <returns>False when this bot has not made the id, or not for this person.</returns>
    public bool TryRead(string? customId, Snowflake? person, [NotNullWhen(true)] out string? action, [NotNullWhen(true)] out string? state)
    {
        action = state = null;
        if (customId is null || customId.Length is > MostCharacters or < SignatureCharacters + 5 || customId[^(SignatureCharacters + 1)] != '.')
        {
            return false;
        }

        var text = customId[..^(SignatureCharacters + 1)];
        if (text[0] is not (ForEveryone or ForOnePerson) || (text[0] == ForOnePerson && person is null))
        {
            return false;
        }

        var expected = Sign(text, text[0] == ForOnePerson ? person : null);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(customId[^SignatureCharacters..])))
        {
            return false;
        }

        var end = text.IndexOf('.', 2);
        action = text[2..end];
        state = text[(end + 1)..];
        return true;
    }

    private string Sign(string text, Snowflake? person)
    {
        var signed = person is { } id ? string.Create(CultureInfo.InvariantCulture, $"{text}\n{id}") : text;
        return Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(signed)).AsSpan(0, SignatureBytes));
    }
}
