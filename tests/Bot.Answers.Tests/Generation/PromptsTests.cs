using Bot.Answers.Generation;

namespace Bot.Answers.Tests.Generation;

public sealed class PromptsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prompts");

    public PromptsTests()
    {
        foreach (var file in Directory.EnumerateFiles(Prompts.DefaultFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Prompts.DefaultFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_prompts_beside_the_program_are_sound()
    {
        var prompts = Prompts.Load(Prompts.DefaultFolder);
        Assert.Equal(["passages", "question", "review"], prompts.Answer.Variables.Order(StringComparer.Ordinal));
        Assert.Matches("^[0-9a-f]{12}$", prompts.Answer.Hash);
    }

    [Fact]
    public void A_missing_prompt_is_named()
    {
        Directory.Delete(Path.Combine(_folder.FullName, "rewrite"), recursive: true);
        Assert.Contains("rewrite", Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{$question}}", "{{$query}}")]
    [InlineData("{{$question}}", "")]
    [InlineData("{{$question}}", "{{$question}} {{$secret}}")]
    public void A_prompt_that_takes_other_variables_than_code_passes_is_refused(string from, string to)
    {
        Change("answer/skprompt.txt", from, to);
        Assert.Contains("answer", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_never_let_in_as_markup()
    {
        Change("answer/config.json", "\"name\": \"passages\",", "\"name\": \"passages\", \"allow_dangerously_set_content\": true,");
        Assert.Contains("allow_dangerously_set_content", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_word_is_another_hash()
    {
        var before = Prompts.Load(_folder.FullName).Answer.Hash;
        Change("answer/skprompt.txt", "news articles", "newspapers");
        Assert.NotEqual(before, Prompts.Load(_folder.FullName).Answer.Hash);
    }

    private string Fault() => Assert.Throws<InvalidOperationException>(() => Prompts.Load(_folder.FullName)).Message;

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
