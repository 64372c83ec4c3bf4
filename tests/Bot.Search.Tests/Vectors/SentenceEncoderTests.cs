using System.Numerics.Tensors;
using System.Text.Json;
using Bot.Articles;
using Bot.Search.Vectors;
using CsCheck;

namespace Bot.Search.Tests.Vectors;

public sealed class SentenceEncoderTests : IDisposable
{
    private readonly SentenceEncoder _encoder = SentenceEncoder.Open(SentenceEncoder.Folder);

    public void Dispose() => _encoder.Dispose();

    [Fact]
    public void Vectors_are_those_of_the_model_before_its_weights_were_rounded()
    {
        using var stream = typeof(SentenceEncoderTests).Assembly.GetManifestResourceStream("encoder-reference.json")!;
        var references = JsonSerializer.Deserialize<Dictionary<string, float[]>>(stream)!;
        Assert.Equal(10, references.Count);
        Assert.All(references, reference => Assert.InRange(_encoder.SentenceVector(reference.Key).Cosine(UnitVector.Of(reference.Value)), 0.995, 1.001));
    }

    [Theory]
    [InlineData("Why was the crossing shut?", 0)]
    [InlineData("Who is going to see a member of the government?", 1)]
    [InlineData("How much more does a loaf cost?", 2)]
    [InlineData("Where is the boat that sank?", 3)]
    public void A_question_is_nearest_to_the_sentence_that_answers_it_in_other_words(string question, int answer)
    {
        string[] sentences =
        [
            "The bridge was closed on Monday after engineers found a crack.",
            "The mayor will drive to the capital on Monday to meet the minister.",
            "Prices of bread rose by a tenth last year.",
            "Divers found the ferry at the bottom of the lake.",
        ];
        var asked = _encoder.Question(question).Vector;
        Assert.Equal(answer, Enumerable.Range(0, sentences.Length).MaxBy(i => asked.Cosine(_encoder.SentenceVector(sentences[i]))));
    }

    [Theory]
    [InlineData("How much will the ferry cost?", "The new ferry will cost 14 million euros.", "The ferry that sank in May was built in 1988.")]
    [InlineData("Why was the bridge shut?", "Engineers had found a crack, so the crossing was closed.", "The bridge was shut on Monday.")]
    [InlineData("Who owns the mill?", "It belongs to the Larsen family.", "The mill stands by the river and has three floors.")]
    public void Read_together_with_the_question_a_sentence_that_answers_says_so_more_surely_than_one_that_speaks_of_the_same(string question, string answering, string other)
    {
        var asked = _encoder.Question(question);
        Assert.True(_encoder.Answers(asked, _encoder.Sentence(answering)) > _encoder.Answers(asked, _encoder.Sentence(other)));
    }

    [Fact]
    public void A_pair_is_read_alike_by_every_thread_and_a_text_without_a_word_answers_nothing()
    {
        var (question, sentence) = (_encoder.Question("Who owns the mill?"), _encoder.Sentence("It belongs to the Larsen family."));
        var expected = _encoder.Answers(question, sentence);
        var read = new float[40];
        Parallel.For(0, read.Length, i => read[i] = _encoder.Answers(question, sentence));
        Assert.All(read, answers => Assert.Equal(expected, answers));
        Assert.True(_encoder.Answers(question, _encoder.Sentence(" ")) < expected);
    }

    [Fact]
    public void A_sentence_has_the_same_vector_with_and_without_its_tokens_and_as_often_as_it_is_encoded()
    {
        const string Text = "Café owners said it — twice.";
        var expected = _encoder.SentenceVector(Text);
        var vectors = new UnitVector[40];
        Parallel.For(0, vectors.Length, i => vectors[i] = i % 2 == 0 ? _encoder.SentenceVector(Text) : _encoder.Sentence(Text).Vector);
        Assert.All(vectors, vector => Assert.True(vector.Components.Span.SequenceEqual(expected.Components.Span) && vector.Scale == expected.Scale));
    }

    [Fact]
    public void Tokens_stand_where_their_words_do_and_have_vectors_of_unit_length_in_both_layers()
    {
        const string Text = "The ferry sank.";
        foreach (var encoded in (EncodedText[])[_encoder.Sentence(Text), _encoder.Question(Text)])
        {
            Assert.Equal(["The", "ferry", "sank", "."], encoded.Tokens.Select(token => Text[token.Start..token.End]));
            for (var token = 0; token < encoded.Tokens.Length; token++)
            {
                Assert.Equal(1, TensorPrimitives.Norm(encoded.EarlyOf(token)), 1e-3);
                Assert.Equal(1, TensorPrimitives.Norm(encoded.LateOf(token)), 1e-3);
            }
        }
    }

    [Fact]
    public void A_word_is_nearer_to_the_same_word_of_another_sentence_than_to_its_other_words()
    {
        var first = _encoder.Sentence("The ferry sank at night.");
        var second = _encoder.Sentence("Divers found the ferry.");
        var nearest = Enumerable.Range(0, second.Tokens.Length).MaxBy(token => TensorPrimitives.Dot(first.EarlyOf(1), second.EarlyOf(token)));
        Assert.Equal(3, nearest);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u0000\ud800\udfff\u200b\ufffd")]
    [InlineData("[CLS] [SEP] [UNK] ##")]
    [InlineData("😀😀😀")]
    public void Whatever_is_asked_has_a_vector(string text) => Assert.InRange(_encoder.Question(text).Vector.Cosine(_encoder.SentenceVector(text)), 0.1, 1.001);

    [Fact]
    public void Of_a_text_without_end_the_beginning_is_encoded()
    {
        var text = string.Concat(Enumerable.Repeat("The ferry sank at night. ", 2_000));
        var encoded = _encoder.Question(text);
        Assert.InRange(encoded.Tokens.Length, 200, 256);
        Assert.InRange(_encoder.SentenceVector(text).Cosine(_encoder.SentenceVector("The ferry sank at night.")), 0.7, 1.001);
    }

    [Fact]
    public void Any_text_can_be_encoded() => Gen.String.Sample(
        text => Assert.Equal(SentenceEncoder.Dimensions, _encoder.Sentence(text).Vector.Components.Length), iter: 50);

    [Fact]
    public void A_folder_without_the_model_is_named()
    {
        var refusal = Assert.Throws<OperatorException>(() => SentenceEncoder.Open("/no/such/folder"));
        Assert.Contains("/no/such/folder", refusal.Message, StringComparison.Ordinal);
    }
}
