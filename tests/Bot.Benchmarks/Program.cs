using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks;

// search-scale [articles…]: percentiles over single questions, which BenchmarkDotNet does not give. Everything else is a benchmark of its own.
if (args is [SearchScale.Verb, .. var sizes])
{
    await SearchScale.RunAsync(sizes is [] ? [1, 50, 1_000, 20_000] : sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)));
    return 0;
}

// question-scale [--paragraphs N] [articles…]: the same for whole questions, over both databases, such as question-scale --paragraphs 8 1000 20000 200000.
if (args is [QuestionScale.Verb, .. var libraries])
{
    await QuestionScale.RunAsync(libraries);
    return 0;
}

if (args is [ModelOverhead.Verb] or [ModelOverhead.Verb, "--meaning"])
{
    await ModelOverhead.RunAsync(byMeaning: args.Length > 1);
    return 0;
}

// load [questions a second] [seconds] [burst]: the whole bot under load, by default 200 a second for a minute, and none at once after that.
if (args is [LoadRun.Verb, .. var load])
{
    return await LoadRun.RunAsync(
        load is [var rate, ..] ? int.Parse(rate, CultureInfo.InvariantCulture) : 200,
        load is [_, var length, ..] ? int.Parse(length, CultureInfo.InvariantCulture) : 60,
        load is [_, _, var burst, ..] ? int.Parse(burst, CultureInfo.InvariantCulture) : 0,
        load is [_, _, _, var program, ..] ? program : null);
}

// suggest [articles]: the choices that commands offer while somebody types, by default among 1,000 articles.
if (args is [SuggestRun.Verb, .. var many])
{
    return await SuggestRun.RunAsync(many is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1000);
}

if (args is [GatewayMemory.Verb, ..])
{
    return await GatewayMemory.RunAsync(args[1..]);
}

_ = BenchmarkSwitcher.FromAssembly(typeof(Bot.Benchmarks.LoadRun).Assembly).Run(args);
return 0;
