using System.Collections.Immutable;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <content>One sentence held against the question.</content>
internal static partial class Premise
{
    private sealed class Evidence
    {
        private readonly Candidates _candidates;
        private readonly QuestionReading _question;
        private readonly int _index;
        private readonly Candidate _candidate;
        private readonly ImmutableArray<Word> _words;
        private readonly string _text;
        private readonly Evidence? _best;

        /// <param name="best">The best sentence; null when this is it.</param>
        public Evidence(Candidates candidates, int index, Evidence? best)
        {
            _best = best;
            (_candidates, _question, _index, _candidate) = (candidates, candidates.Question, index, candidates.All[index]);
            _words = _candidate.Sentence.Words;
            _text = candidates.Passages[_candidate.Passage].Paragraph.TextOf(_candidate.Sentence.Sentence);
        }

        /// <summary>“admit” where the article has “denies”.</summary>
        public Contradiction? Contrary()
        {
            for (var t = 0; t < _candidates.Terms; t++)
            {
                if (_question.Terms[t].Sort != TermSort.Other || IsSaid(t) || (_best?.IsSaid(t) ?? false) || _candidates.Rarity(t) < LeastRarity || !RestIsSaid(t, WithContrary))
                {
                    continue;
                }

                for (var i = 0; i < _words.Length; i++)
                {
                    if (IsContrary(t, i) && (DenialOf(t) >= 0) == (NegationOf(_text, _words, i) >= 0) && NamesAreSaid() && !IsSaidElsewhere(other => other.IsSaid(t) || other.GoesTheWayOf(t), t))
                    {
                        return new Contradiction(_index, Asked(t), Says(i, i));
                    }
                }
            }

            return null;
        }

        /// <summary>“rise” where the article has “dropped”, of what the question names.</summary>
        public Contradiction? Direction()
        {
            for (var t = 0; t < _candidates.Terms; t++)
            {
                if (_question.Terms[t].Sort != TermSort.Other || DirectionOf(_question.Terms[t].Word.Text) is not (not 0 and var asked) || DenialOf(t) >= 0
                    || Enumerable.Range(0, _candidates.Terms).Any(u => u != t && DirectionOf(_question.Terms[u].Word.Text) != 0)
                    || !NamesAreSaid() || !RestIsSaid(t, WithContrary, least: 1) || _words.Any(word => DirectionOf(word.Text) == asked))
                {
                    continue;
                }

                var against = Enumerable.Range(0, _words.Length).Where(i => DirectionOf(_words[i].Text) == -asked).ToArray();
                if (against is [var only] && NegationOf(_text, _words, only) < 0 && !IsSaidElsewhere(other => other.GoesTheWayOf(t), t))
                {
                    return new Contradiction(_index, Asked(t), Says(only, only));
                }
            }

            return null;
        }

        /// <summary>“speak” where the article has “refused to speak”, and the other way round.</summary>
        public Contradiction? Negation()
        {
            if (!NamesAreSaid() || (IsNegated(_question.Words) && IsNegated(_words)))
            {
                return null;
            }

            for (var t = 0; t < _candidates.Terms; t++)
            {
                if (_question.Terms[t].Sort != TermSort.Other || t == _question.Focus || !IsVerb(t) || !RestIsSaid(t, WithNegation) || FirstSaying(t) is not (>= 0 and var i))
                {
                    continue;
                }

                var (asked, said) = (DenialOf(t), NegationOf(_text, _words, i));
                if (IsSaidElsewhere(other => other.FirstSaying(t) is >= 0 and var at && NegationOf(other._text, other._words, at) >= 0 == asked >= 0, t))
                {
                    continue;
                }

                if (asked < 0 && said >= 0)
                {
                    return new Contradiction(_index, Asked(t), Says(said, i));
                }

                if (asked >= 0 && said < 0 && Wording.IsNegation(_question.Words[asked].Text))
                {
                    return new Contradiction(_index, _question.Text[_question.Words[asked].Start.._question.Terms[t].Word.End], Says(i, i));
                }
            }

            return null;
        }

        /// <summary>“7%” where the article has “5%”.</summary>
        public Contradiction? OtherNumber()
        {
            for (var t = 0; t < _candidates.Terms; t++)
            {
                if (_question.Terms[t].Sort != TermSort.Number || _candidates.Frequency(t) > 0 || !RestIsSaid(t, WithOtherNumber)
                    || Among(Quantity.In(_question.Text, _question.Words), _question.Terms[t].Word) is not { } asked)
                {
                    continue;
                }

                foreach (var quantity in Quantity.In(_text, _words))
                {
                    if (quantity.Kind == asked.Kind && Math.Abs(quantity.Value - asked.Value) > 1e-9 && SameThing(asked, quantity))
                    {
                        return new Contradiction(_index, _question.Text[asked.Start..asked.End], _text[quantity.Start..quantity.End]);
                    }
                }
            }

            return null;
        }

        /// <summary>Somebody the article never names where it names somebody else.</summary>
        public Contradiction? OtherName()
        {
            var unknown = Enumerable.Range(0, _candidates.Terms).Where(t => _question.Terms[t].Sort == TermSort.Name && IsNowhere(t)).ToArray();
            if (unknown.Length == 0 || _question.Kind == QuestionKind.Say || !RestIsSaid(unknown, WithOtherName, least: 3))
            {
                return null;
            }

            // The name has to stand where the other one stood: right before the same word.
            var next = Enumerable.Range(unknown[^1] + 1, _candidates.Terms - unknown[^1] - 1).FirstOrDefault(t => _question.Terms[t].Sort == TermSort.Other, -1);
            return next >= 0 && next != _question.Focus && IsSubject(unknown[0]) && SubjectBefore(FirstSaying(next)) is { } subject && !LooksLike(subject, Asked(unknown))
                ? new Contradiction(_index, Asked(unknown), subject)
                : null;
        }

        /// <summary>True when another sentence says what was asked, and of the same thing: then nothing is contradicted.</summary>
        private bool IsSaidElsewhere(Func<Evidence, bool> says, int term)
        {
            for (var i = 0; i < _candidates.All.Count; i++)
            {
                if (i != _index && new Evidence(_candidates, i, best: null) is var other && says(other) && other.RestIsSaid(term, Elsewhere, least: 1))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>What another name does contradicts nothing.</summary>
        private bool NamesAreSaid() => Enumerable.Range(0, _candidates.Terms).All(t => _question.Terms[t].Sort != TermSort.Name || _candidates.Related(_index)[t] >= Said);

        private bool GoesTheWayOf(int term) => DirectionOf(_question.Terms[term].Word.Text) is not 0 and var way && _words.Any(word => DirectionOf(word.Text) == way);

        private static bool IsNegated(ImmutableArray<Word> words) => words.Any(word => IsNegation(word.Text));

        /// <summary>Index of the first word that says the term exactly, or -1.</summary>
        private int FirstSaying(int term) =>
            Array.FindIndex(_candidate.WordIds, id => id >= 0 && _candidates.Matches.Of(id)[term].Exact > 0);

        /// <summary>The name right before the word at <paramref name="verb"/> as far as the question does not have it.</summary>
        private string? SubjectBefore(int verb)
        {
            var end = verb - 1;
            while (end >= 0 && (_words[end].IsStop || _words[end].Text.EndsWith("ly", StringComparison.Ordinal)))
            {
                end--;
            }

            var start = end;
            while (start >= 0 && (_candidate.Sentence.Answers[start] & AnswerTraits.Name) != 0 && !IsAsked(start))
            {
                start--;
            }

            return start == end ? null : Says(start + 1, end);
        }

        private bool IsAsked(int word) => _candidate.WordIds[word] >= 0 && _candidates.Matches.ExactTerm(_candidate.WordIds[word]) >= 0;

        /// <summary>Numbers count the same when the same word follows them, or none that counts things.</summary>
        private bool SameThing(Quantity asked, Quantity said) => asked.Kind is QuantityKind.Year or QuantityKind.Percent or QuantityKind.Money
            || (After(_question.Words, asked.End) is { } a && After(_words, said.End) is { } b && a.Stem == b.Stem);

        private static Word? After(ImmutableArray<Word> words, int end) => words.FirstOrDefault(word => word.Start >= end) is { Text: not null } word ? word : null;

        private static Quantity? Among(ImmutableArray<Quantity> quantities, Word word)
        {
            foreach (var quantity in quantities)
            {
                if (quantity.Start <= word.Start && quantity.End >= word.End)
                {
                    return quantity;
                }
            }

            return null;
        }

        private bool IsContrary(int term, int word)
        {
            if (_candidate.WordIds[word] < 0 || IsAsked(word))
            {
                return false;
            }

            var asked = _question.Terms[term].Word;
            return _candidates.Matches.Of(_candidate.WordIds[word])[term].Opposite
                || Wording.ContrariesOf(Lexicon.Default.BaseForm(asked.Text)).Concat(Wording.ContrariesOf(asked.Text)).Any(contrary => Stems.Of(contrary) == _words[word].Stem);
        }

        /// <summary>Index of the question's word that denies the term, or -1.</summary>
        private int DenialOf(int term) => NegationOf(_question.Text, _question.Words, PositionOf(term));

        private int PositionOf(int term)
        {
            var at = 0;
            while (_question.Words[at].Start != _question.Terms[term].Word.Start)
            {
                at++;
            }

            return at;
        }

        // “When was it agreed”, “Why did they not agree”, “Why did Rutte agree”: of a verb's form, after a negation, or after the name of who did it.
        private bool IsVerb(int term)
        {
            var word = _question.Terms[term].Word;
            return !word.IsCapital && (word.Text.EndsWith("ed", StringComparison.Ordinal) || Lexicon.Default.BaseForm(word.Text) != word.Text
                || (PositionOf(term) is > 0 and var at && IsNegation(_question.Words[at - 1].Text))
                || (term > 0 && _question.Terms[term - 1].Sort != TermSort.Other && _question.HasAuxiliary));
        }

        /// <summary>“Why did X…”, “Has X…”; in “When was X performed” something is done to X.</summary>
        private bool IsSubject(int term)
        {
            var at = PositionOf(term) - 1;
            while (at >= 0 && _question.Words[at].IsCapital && !_question.Words[at].IsStop)
            {
                at--;
            }

            return at >= 0 && _question.Words[at].Text is "did" or "does" or "do" or "has" or "have" or "had" or "will" or "would" or "can" or "could";
        }

        // Another spelling is no other name.
        private static bool LooksLike(string name, string other) => char.ToUpperInvariant(name[0]) == char.ToUpperInvariant(other[0]);

        private bool IsSaid(int term) => _candidates.Related(_index)[term] >= Said;

        private bool IsSaidNearby(int term)
        {
            for (var i = 0; i < _candidates.All.Count; i++)
            {
                if (_candidates.All[i].Passage == _candidate.Passage && _candidates.Related(i)[term] >= Said)
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsNowhere(int term)
        {
            for (var i = 0; i < _candidates.All.Count; i++)
            {
                if (_candidates.Related(i)[term] >= Said)
                {
                    return false;
                }
            }

            return true;
        }

        private bool RestIsSaid(int term, float share, int least = 2) => RestIsSaid([term], share, least);

        private bool RestIsSaid(ReadOnlySpan<int> without, float share, int least = 2)
        {
            var (all, said, count) = (0f, 0f, 0);
            for (var t = 0; t < _candidates.Terms; t++)
            {
                if (without.Contains(t))
                {
                    continue;
                }

                all += _candidates.Rarity(t);
                said += _candidates.Rarity(t) * (IsSaid(t) ? 1 : IsSaidNearby(t) ? NearbyShare : 0);
                count += IsSaid(t) ? 1 : 0;
            }

            return count >= least && said >= share * all;
        }

        private string Asked(params ReadOnlySpan<int> terms) =>
            _question.Text[_question.Terms[terms[0]].Word.Start.._question.Terms[terms[^1]].Word.End];

        private string Says(int first, int last) => _text[_words[first].Start.._words[last].End];
    }
}
