using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Answers.Drafts;

/// <summary>Reads JSON as models write it: trailing commas, comments, curly or single quotation marks, unescaped marks inside strings, bare keys, an end that never came.</summary>
/// <remarks>A value that the end of the text cuts off is left out, so half a sentence is never taken for a whole one. Never throws, whatever the text.</remarks>
internal sealed class LooseJson
{
    private const int MaxDepth = 16;

    private readonly string _text;
    private int _at;

    private LooseJson(string text, int at)
    {
        _text = text;
        _at = at;
    }

    /// <summary>The object or array that begins at <paramref name="start"/>; <paramref name="end"/> is where reading stopped, beyond the text when it was cut off.</summary>
    public static JsonNode? ReadAt(string text, int start, out int end)
    {
        var reader = new LooseJson(text, start);
        var value = reader.Value(depth: 0);
        end = Math.Max(reader._at, start + 1);
        return value;
    }

    private JsonNode? Value(int depth)
    {
        SkipBlank();
        if (_at >= _text.Length || depth > MaxDepth)
        {
            _at = depth > MaxDepth ? _text.Length : _at;
            return null;
        }

        return _text[_at] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            var c when IsQuote(c) => String() is { } words ? JsonValue.Create(words) : null,
            _ => Bare(),
        };
    }

    private JsonObject Object(int depth)
    {
        var result = new JsonObject();
        _at++;
        while (true)
        {
            SkipBlank();
            if (_at >= _text.Length || _text[_at] is '}' or ']')
            {
                _at++;
                return result;
            }

            if (_text[_at] is ',' or ';')
            {
                _at++;
                continue;
            }

            var before = _at;
            var key = IsQuote(_text[_at]) ? String() : BareWord();
            SkipBlank();
            if (_at < _text.Length && _text[_at] is ':' or '=')
            {
                _at++;
                var value = Value(depth + 1);
                if (key is not null && value is not null)
                {
                    result[key.Trim().ToLowerInvariant()] = value;
                }
            }

            _at = Math.Max(_at, before + 1);
        }
    }

    private JsonArray Array(int depth)
    {
        var result = new JsonArray();
        _at++;
        while (true)
        {
            SkipBlank();
            if (_at >= _text.Length || _text[_at] is ']' or '}')
            {
                _at++;
                return result;
            }

            if (_text[_at] == ',')
            {
                _at++;
                continue;
            }

            var before = _at;
            if (Value(depth + 1) is { } value)
            {
                result.Add(value);
            }

            _at = Math.Max(_at, before + 1);
        }
    }

    /// <summary>Null when the text ends before the string does.</summary>
    private string? String()
    {
        var open = _text[_at++];
        var words = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == '\\' && _at < _text.Length)
            {
                words.Append(Escape(_text[_at++]));
            }
            else if (Closes(open, c) && EndsHere(_at))
            {
                return words.ToString();
            }
            else
            {
                words.Append(c);
            }
        }

        return null;
    }

    private char Escape(char c)
    {
        if (c == 'u' && _at + 4 <= _text.Length
            && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            _at += 4;
            return (char)unit;
        }

        return c switch { 'n' or 'r' or 't' or 'b' or 'f' => ' ', _ => c };
    }

    // A mark ends the string only where JSON can go on; otherwise the model forgot to escape a quotation inside the string.
    private bool EndsHere(int at)
    {
        at = NextInk(at);
        if (at >= _text.Length || _text[at] is '}' or ']' or ':')
        {
            return true;
        }

        if (_text[at] != ',')
        {
            return false;
        }

        at = NextInk(at + 1);
        return at >= _text.Length || IsQuote(_text[at]) || _text[at] is '{' or '[' or '}' or ']' or '/' or '-' || char.IsAsciiDigit(_text[at])
            || BareKeyFollows(at);
    }

    private bool BareKeyFollows(int at)
    {
        var start = at;
        while (at < _text.Length && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] == '_'))
        {
            at++;
        }

        return at > start && at < _text.Length && _text[NextInk(at) is var ink && ink < _text.Length ? ink : at] == ':';
    }

    private JsonValue? Bare()
    {
        var word = BareWord();
        return word switch
        {
            null or "null" or "None" => null,
            "true" or "True" => JsonValue.Create(true),
            "false" or "False" => JsonValue.Create(false),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
            _ => JsonValue.Create(word),
        };
    }

    private string? BareWord()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (',' or ':' or '=' or '}' or ']' or '{' or '[' or '\n'))
        {
            _at++;
        }

        var word = _text[start.._at].Trim();
        return word.Length == 0 ? null : word;
    }

    private void SkipBlank()
    {
        while ((_at = NextInk(_at)) + 1 < _text.Length && _text[_at] == '/' && _text[_at + 1] is '/' or '*')
        {
            var close = _text[_at + 1] == '/' ? "\n" : "*/";
            var end = _text.IndexOf(close, _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : end + close.Length;
        }
    }

    private int NextInk(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '\'';

    private static bool Closes(char open, char c) => open == '\'' ? c == '\'' : c is '"' or '”' || (open is '„' or '”' && c == '“');
}
