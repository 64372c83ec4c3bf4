using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

/// <summary>Texts in what they were sent in: mails, front matter, books, lines broken to a width.</summary>
public sealed class TextKindsTests
{
    [Theory]
    [InlineData("+++\ntitle = \"Boats stop\"\nauthor = \"Ida Lund\"\ndate = 2024-05-03\n+++\n\n")]
    [InlineData("---\ntitle: Boats stop\nauthors:\n  - Ida Lund\ndate: 2024-05-03\ntags: [sea, boats]\n---\n\n")]
    public void Front_matter_is_no_text(string matter)
    {
        foreach (var name in (string[])["a.md", "a.txt"])
        {
            var article = Read($"{matter}The night boats stop in October, the company said.\n\nIslanders asked for one boat a night.", name);
            Assert.Equal(("Boats stop", "Ida Lund", new DateOnly(2024, 5, 3)), (article.Title, article.Author, article.Date));
            Assert.Equal(2, article.Paragraphs.Length);
        }
    }

    [Theory]
    [InlineData("From: a@b.example\nTo: c@d.example\nSubject: Fwd: Boats stop\nDate: Fri, 3 May 2024 10:11:12 +0100\n\nhave you seen this?\n\n> The night boats stop in October, the company said.\n>\n> Islanders asked for one boat a night.\n\n-- \nPer\n")]
    [InlineData("schau mal\n\n-------- Weitergeleitete Nachricht --------\nVon: a@b.example\nGesendet: Freitag, 3. Mai 2024 10:11\nAn: c@d.example\nBetreff: WG: Boats stop\n\nThe night boats stop in October, the company said.\n\nIslanders asked for one boat a night.\n")]
    public void A_forwarded_mail_is_what_it_forwards(string mail)
    {
        var article = Read(mail, "a.txt");
        Assert.Equal(("Boats stop", new DateOnly(2024, 5, 3)), (article.Title, article.Date));
        Assert.Equal(["The night boats stop in October, the company said.", "Islanders asked for one boat a night."], article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_book_of_Gutenberg_is_without_its_frame()
    {
        var article = Read(
            "The Project Gutenberg eBook of The Boat\n\nTitle: The Boat\nAuthor: Ida Lund\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE BOAT ***\n\nThe night boats stop in October.\n\nNobody was asked.\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE BOAT ***\nLicence", "a.txt");
        Assert.Equal(("The Boat", "Ida Lund"), (article.Title, article.Author));
        Assert.Equal(["The night boats stop in October.", "Nobody was asked."], article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData("The night boats to the islands will stop in Octo-\nber after two winters of losses, the company said.", "October")]
    [InlineData("The boats are run by a high-\nminded company that never asked the islanders at all.", "high-minded")]
    [InlineData("Die Nachtschiffe zu den Inseln werden im Oktober ein-\ngestellt, wie die Gesellschaft am Freitag sagte.", "eingestellt")]
    [InlineData("Die Gesellschaft stellt im Oktober alle Nacht-\nund Frühschiffe zu den Inseln ein, sagte sie gestern.", "Nacht- und Frühschiffe")]
    [InlineData("The boats pass by the port of Saint-\nMalo every night and are seldom full, says the company.", "Saint-Malo")]
    public void A_word_divided_at_the_end_of_a_line_is_whole_again(string text, string word)
    {
        Assert.Contains(word, Read($"Boats stop\n\n{text}\n", "a.txt").Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Contains(word, Read($"# Boats stop\n\n{text}\n", "a.md").Paragraphs[0].Text, StringComparison.Ordinal);
    }
}
