using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bot.Articles.Tests.Fetching;

public sealed class ArticleFetcherTests : FetchingTest
{
    private const string Address = "http://news.example/story";

    [Fact]
    public async Task Gives_the_bytes_as_they_came_with_type_and_address()
    {
        Web.Serve(Address, Story);

        var document = await FetchAsync($" <{Address}?id=4#comments> ");

        Assert.Equal(Story, Encoding.UTF8.GetString(document.Bytes.Span));
        Assert.Equal("text/html; charset=utf-8", document.ContentType);
        Assert.Equal(new Uri($"{Address}?id=4"), document.Url);
    }

    [Fact]
    public async Task Says_who_it_is_and_sends_nothing_else_about_anybody()
    {
        Limits.Contact = "https://bot.example/about";
        Web.Serve(Address, async context =>
        {
            context.Response.Headers.SetCookie = "id=1";
            await context.Response.WriteAsync(Story);
        });

        await FetchAsync(Address);
        await FetchAsync(Address);

        Assert.All(Web.Requests, request =>
        {
            Assert.Equal("NewsAnswersBot/1.0 (+https://bot.example/about)", request.Headers["User-Agent"]);
            Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task Asks_for_the_page_and_robots_txt_and_for_nothing_inside_the_page()
    {
        Web.Serve(Address, Story.Replace(
            "<title>",
            "<base href=http://other.example/><meta http-equiv=refresh content='0;url=http://other.example/next'><link rel=stylesheet href=/s.css><script src=/s.js></script><link rel=canonical href=http://other.example/c><title>",
            StringComparison.Ordinal).Replace("<p>A", "<img src=/a.png><iframe src=/frame></iframe><object data=/o></object><p>A", StringComparison.Ordinal));
        using var intake = new ArticleIntake(Fetcher, new(), Reading, Time);

        await intake.FromUrlAsync(Address, Cancellation);

        Assert.Equal(["http://news.example/robots.txt", Address], Web.Requests.Select(request => request.Url));
    }

    [Fact]
    public async Task Follows_redirects_up_to_the_limit()
    {
        Limits.MaxRedirects = 2;
        Web.Redirect("http://news.example/1", "/2?a=b", 301).Redirect("http://news.example/2", "//www.news.example/3", 308).Serve("http://www.news.example/3", Story);
        Web.Redirect("http://news.example/loop", "/loop");

        Assert.Equal(new Uri("http://www.news.example/3"), (await FetchAsync("http://news.example/1")).Url);
        Assert.Contains("TooManyRedirects 2", await RefusalAsync("http://news.example/loop"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "WantsLogin")]
    [InlineData(402, "WantsLogin")]
    [InlineData(403, "RefusesPrograms")]
    [InlineData(404, "NoPage")]
    [InlineData(410, "NoPage")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(451, "MayNotShow")]
    [InlineData(500, "SiteFailing")]
    [InlineData(503, "SiteFailing")]
    [InlineData(204, "NotGiven")]
    [InlineData(206, "NotGiven")]
    public async Task Takes_only_a_whole_page_for_a_page(int status, string reason)
    {
        Web.Serve(Address, status == 204 ? "" : Story, status: status);

        var refusal = await RefusalAsync(Address);

        Assert.Equal($"{reason} {status}", refusal);
    }

    [Theory]
    [InlineData("image/png", "image/png")]
    [InlineData("application/json", "application/json")]
    [InlineData("video/mp4", "video/mp4")]
    [InlineData("application/octet-stream", "application/octet-stream")]
    [InlineData("text/event-stream", "OtherKindOfFile text/event-stream")]
    public async Task Reads_no_other_kind_of_file(string type, string reason)
    {
        Web.Serve(Address, Story, type);

        Assert.Contains(reason, await RefusalAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_pdf_that_the_server_has_no_name_for()
    {
        Web.Serve("http://news.example/report.pdf", "%PDF-1.7 …", "application/octet-stream");

        Assert.StartsWith("%PDF", Encoding.UTF8.GetString((await FetchAsync("http://news.example/report.pdf")).Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Unpacks_what_came_packed_and_stops_at_the_limit(string encoding)
    {
        Reading.MaxBytes = 1024 * 1024;
        Web.Serve(Address, Packed(encoding, writer => writer.Write(Encoding.UTF8.GetBytes(Story))));
        Web.Serve("http://news.example/bomb", Packed(encoding, writer =>
        {
            for (var i = 0; i < 200; i++)
            {
                writer.Write(new byte[1024 * 1024]);
            }
        }));

        Assert.Equal(Story, Encoding.UTF8.GetString((await FetchAsync(Address)).Bytes.Span));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("TooLarge 1048576", await RefusalAsync("http://news.example/bomb"), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 40 * 1024 * 1024);
    }

    [Fact]
    public async Task Stops_reading_an_endless_answer()
    {
        Reading.MaxBytes = 1024 * 1024;
        var ended = new TaskCompletionSource();
        Web.Serve(Address, async context =>
        {
            context.Response.ContentType = "text/html";
            try
            {
                while (true)
                {
                    await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                ended.SetResult();
            }
        });

        Assert.Contains("TooLarge 1048576", await RefusalAsync(Address), StringComparison.Ordinal);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    [Fact]
    public async Task Gives_up_on_a_site_that_never_sends_its_headers()
    {
        var asked = Hang(Address, firstBytes: false);

        var refusal = RefusalAsync(Address);
        await asked.WaitAsync(Cancellation);
        Time.Advance(Limits.HeadersTimeout);

        Assert.Contains("SiteTooSlow", await refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_on_a_site_that_sends_its_page_drop_by_drop()
    {
        var asked = Hang(Address, firstBytes: true);

        var refusal = RefusalAsync(Address);
        await asked.WaitAsync(Cancellation);
        Time.Advance(Limits.FetchTimeout);

        Assert.Contains("SiteTooSlow", await refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_at_once_when_the_caller_does()
    {
        var asked = Hang(Address, firstBytes: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var fetching = Fetcher.FetchAsync(Address, stop.Token);
        await asked.WaitAsync(Cancellation);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task Says_what_is_wrong_when_a_site_cannot_be_reached()
    {
        Web.Resolver = (_, _) => [];

        Assert.Contains("NoSuchSite", await RefusalAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trusts_no_certificate_that_nobody_vouches_for_and_does_not_fetch_its_issuer()
    {
        Assert.Contains("UntrustedCertificate", await RefusalAsync("https://news.example/story"), StringComparison.Ordinal);

        Assert.Equal(443, Assert.Single(Web.Connections).Port);
        Assert.Empty(Web.Requests);
    }

    [Fact]
    public async Task Refuses_headers_without_end()
    {
        Web.Serve(Address, async context =>
        {
            for (var i = 0; i < 200; i++)
            {
                context.Response.Headers[$"x-{i}"] = new string('x', 1000);
            }

            await context.Response.WriteAsync(Story);
        });

        await RefusalAsync(Address);
    }

    private SemaphoreSlim Hang(string url, bool firstBytes)
    {
        var asked = new SemaphoreSlim(0);
        Web.Serve(url, async context =>
        {
            context.Response.ContentType = "text/html";
            if (firstBytes)
            {
                await context.Response.WriteAsync("<!doctype html>");
                await context.Response.Body.FlushAsync();
            }

            asked.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        return asked;
    }

    private static RequestDelegate Packed(string encoding, Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            write(packer);
        }

        var body = packed.ToArray();
        return async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(body);
        };
    }
}
