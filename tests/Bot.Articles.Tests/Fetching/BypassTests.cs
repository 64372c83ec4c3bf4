using System.Net;

namespace Bot.Articles.Tests.Fetching;

/// <summary>Ways past a guard that have worked on others; each is refused before a connection is made to where it leads.</summary>
public sealed class BypassTests : FetchingTest
{
    [Theory]

    // Private, special and metadata addresses, plainly written.
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.255.255.254/latest")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://169.254.170.2/v2/credentials")]
    [InlineData("http://168.63.129.16/machine")]
    [InlineData("http://100.100.100.200/latest/meta-data/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://192.0.0.192/opc/v2/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://240.0.0.1/")]
    [InlineData("http://255.255.255.255/")]

    // The same, written as numbers are in C: decimal, octal, hexadecimal, short, mixed.
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.0x0.0x0.0x1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://4294967297/")]
    [InlineData("http://127.0.0.1.1/")]
    [InlineData("http://256.0.0.1/")]
    [InlineData("http://127.0.0.0x1/")]

    // IPv6, and IPv4 inside IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP.
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b:1::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2001:0:53aa:64c:0:fbff:80ff:fffe]/")]
    [InlineData("http://[2a00:1450::5efe:127.0.0.1]/")]
    [InlineData("http://[2a00:1450::200:5efe:10.0.0.1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fe80::1%eth0]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[100::1]/")]
    [InlineData("http://[4000::1]/")]

    // Names that never lead to the public web.
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("http://localhost./")]
    [InlineData("http://news.localhost/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://router.lan/")]
    [InlineData("http://intranet/")]
    [InlineData("http://1.0.0.127.in-addr.arpa/")]
    [InlineData("http://example.onion/")]

    // Dots, digits and letters of other scripts.
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127.0.0.1../")]
    [InlineData("http://news.example../")]
    [InlineData("http://.news.example/")]
    [InlineData("http://１２７.０.０.１/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://127．0．0．1/")]
    [InlineData("http://ｌｏｃａｌｈｏｓｔ/")]
    [InlineData("http://ⅼocalhost/")]
    [InlineData("http://𝓵ocalhost/")]
    [InlineData("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/")]
    [InlineData("http://news\u200B.example/")]
    [InlineData("http://news\u202Eelpmaxe/")]
    [InlineData("http://127.0.0.\u0661/")]

    // User names, fragments, backslashes, escapes: what one parser takes for the host, another does not.
    [InlineData("http://news.example@127.0.0.1/")]
    [InlineData("http://news.example:80@127.0.0.1/")]
    [InlineData("http://127.0.0.1@news.example/")]
    [InlineData("http://user:pass@news.example/")]
    [InlineData("http://@news.example/")]
    [InlineData("http://127.0.0.1%2f@news.example/")]
    [InlineData("http://127.0.0.1#@news.example/")]
    [InlineData("http://127.0.0.1?@news.example/")]
    [InlineData("http://127.0.0.1\\@news.example/")]
    [InlineData("http://news.example\\@127.0.0.1/")]
    [InlineData("http:\\\\127.0.0.1\\")]
    [InlineData("http://news.example%40127.0.0.1/")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://localhost%00.news.example/")]
    [InlineData("http://news.example\0.localhost/")]
    [InlineData("http://news.example\r\nHost: localhost/")]
    [InlineData("http://news.example /")]
    [InlineData("http://news.exa\tmple/")]

    // Schemes and shapes.
    [InlineData("file:///etc/passwd")]
    [InlineData("file://127.0.0.1/etc/passwd")]
    [InlineData("ftp://news.example/a")]
    [InlineData("gopher://127.0.0.1:6379/_FLUSHALL")]
    [InlineData("dict://127.0.0.1:11211/stat")]
    [InlineData("ldap://127.0.0.1/")]
    [InlineData("ws://news.example/")]
    [InlineData("jar:http://news.example/a.jar!/")]
    [InlineData("view-source:http://127.0.0.1/")]
    [InlineData("data:text/html,<p>x</p>")]
    [InlineData("javascript:alert(1)")]
    [InlineData("url:http://127.0.0.1/")]
    [InlineData("//127.0.0.1/")]
    [InlineData("/etc/passwd")]
    [InlineData("http:127.0.0.1")]
    [InlineData("http:/127.0.0.1/")]
    [InlineData("http:///127.0.0.1/")]
    [InlineData("http://")]
    [InlineData("")]

    // Ports.
    [InlineData("http://news.example:22/")]
    [InlineData("http://news.example:6379/")]
    [InlineData("http://news.example:8080/")]
    [InlineData("https://news.example:80443/")]
    [InlineData("http://news.example:65616/")]
    [InlineData("http://news.example:0/")]
    [InlineData("http://news.example:-1/")]
    [InlineData("http://127.0.0.1:80/")]
    [InlineData("http://[::1]:80/")]
    public async Task Is_refused_without_a_connection_or_a_look_up(string address)
    {
        await RefusalAsync(address);

        Assert.Empty(Web.Connections);
        Assert.Empty(Web.Lookups);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.7.7")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("::ffff:0:192.168.0.1")]
    [InlineData("64:ff9b::192.168.0.1")]
    [InlineData("2002:c0a8:1::")]
    [InlineData("2001:0:53aa:64c:0:fbff:80ff:fffe")]
    [InlineData("2a00::5efe:10.0.0.1")]
    [InlineData("fe80::1%2")]
    [InlineData("fd12:3456::1")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    [InlineData("127.0.0.1", "93.184.215.14")]
    [InlineData("2606:2800:220:1::1", "fd00::1")]
    [InlineData("93.184.215.14", "93.184.215.15", "::ffff:169.254.169.254")]
    public async Task A_name_with_one_address_inside_is_refused_whole(params string[] addresses)
    {
        Web.Name("news.example", [.. addresses.Select(Ip)]);

        Assert.Equal("NotPublic", await RefusalAsync("http://news.example/story"));
        Assert.Equal("NotPublic", await RefusalAsync("https://news.example/story"));

        Assert.Empty(Web.Connections);
    }

    [Theory]
    [InlineData("http://127.0.0.1/admin")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/iam/")]
    [InlineData("//127.0.0.1/")]
    [InlineData("///127.0.0.1/")]
    [InlineData("\\\\127.0.0.1\\share")]
    [InlineData("/\\127.0.0.1/")]
    [InlineData("http://news.example@127.0.0.1/")]
    [InlineData("//a:b@news.example/")]
    [InlineData("http://news.example:22/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://news.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://inside.example/")]
    [InlineData("https://inside.example/")]
    public async Task A_redirect_leads_nowhere_that_may_not_be_asked_for(string location)
    {
        Web.Name("inside.example", Ip("10.0.0.5"));
        Web.Redirect("http://news.example/story", location);

        await RefusalAsync("http://news.example/story");

        Assert.All(Web.Connections, endPoint => Assert.Equal(Testing.Web.FakeWeb.PublicAddress, endPoint.Address));
        Assert.All(Web.Requests, request => Assert.StartsWith("http://news.example/", request.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_redirects_is_judged_like_the_first()
    {
        Web.Redirect("http://news.example/a", "http://mirror.example/b").Redirect("http://mirror.example/b", "http://192.168.0.1/");

        await RefusalAsync("http://news.example/a");

        Assert.Equal(["http://news.example/robots.txt", "http://news.example/a", "http://mirror.example/robots.txt", "http://mirror.example/b"], Web.Requests.Select(request => request.Url));
    }

    [Fact]
    public async Task A_redirected_robots_txt_leads_inside_as_little_as_a_page()
    {
        Web.Redirect("http://news.example/robots.txt", "http://169.254.169.254/robots.txt").Serve("http://news.example/story", Story);

        await RefusalAsync("http://news.example/story");

        Assert.Single(Web.Connections);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_meanwhile_is_connected_to_only_where_it_was_judged()
    {
        Web.Serve("http://news.example/story", Story);
        Web.Resolver = (_, before) => before == 0 ? [Ip("93.184.215.14")] : [Ip("127.0.0.1")];

        await FetchAsync("http://news.example/story");

        Assert.All(Web.Connections, endPoint => Assert.Equal(Ip("93.184.215.14"), endPoint.Address));
        Assert.Equal(Web.Connections.Count, Web.Lookups.Count);
    }

    [Fact]
    public async Task A_name_that_leads_inside_at_the_next_connection_is_refused_there()
    {
        // The connection is closed after robots.txt, so that the page needs another one and the name is looked up again.
        Web.Serve("http://news.example/robots.txt", async context =>
        {
            context.Response.Headers.Connection = "close";
            await context.Response.Body.WriteAsync("User-agent: *\nAllow: /\n"u8.ToArray());
        });
        Web.Resolver = (_, before) => before == 0 ? [Ip("93.184.215.14")] : [Ip("127.0.0.1")];

        Assert.Equal("NotPublic", await RefusalAsync("http://news.example/story"));

        Assert.Equal([Ip("93.184.215.14")], Web.Connections.Select(endPoint => endPoint.Address));
        Assert.Equal(2, Web.Lookups.Count);
    }

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("1.1.1.1")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("2a00:1450:4001:82a::200e")]
    public async Task An_address_of_the_public_internet_is_connected_to_as_it_was_judged(string address)
    {
        Web.Name("news.example", Ip(address)).Serve("http://news.example/story", Story);

        await FetchAsync("http://news.example/story");

        Assert.Contains(new IPEndPoint(Ip(address), 80), Web.Connections);
    }
}
