using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace Bot.Articles.Fetching;

/// <summary>Tells addresses of the public internet from all others.</summary>
/// <remarks>
/// The ranges are those that Microsoft keeps in AntiSSRF (IANA's special-purpose registries and the metadata services of clouds). Its handler is not used:
/// it resolves and connects with nothing between, connects to the three embedded forms below, and knows neither ports nor sizes.
/// </remarks>
internal static class PublicAddress
{
    // 100.100.100.200 and fd00:ec2::254 lie in ranges of the list already; these wrap an IPv4 address in IPv6 and are not in it.
    private static readonly string[] Wrapping =
    [
        "::/96", // IPv4-compatible, RFC 4291 §2.5.5.1
        "::ffff:0:0:0/96", // IPv4-translated, RFC 2765
    ];

    private static readonly IPNetwork[] NotPublic = [.. IPAddressRanges.recommendedLatest.Concat(Wrapping).Select(IPNetwork.Parse)];

    // All of IPv6 that has been given out for the public internet: https://www.iana.org/assignments/ipv6-address-space
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return (address.AddressFamily == AddressFamily.InterNetwork || (address.ScopeId == 0 && GlobalUnicast.Contains(address) && !IsIsatap(address)))
            && !Array.Exists(NotPublic, network => network.Contains(address));
    }

    /// <summary>An IPv4 address behind the interface identifier 0:5efe or 200:5efe, under any prefix: RFC 5214 §6.1.</summary>
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return (bytes[8] & 0xFD) == 0 && bytes[9..12].SequenceEqual<byte>([0, 0x5E, 0xFE]);
    }
}
