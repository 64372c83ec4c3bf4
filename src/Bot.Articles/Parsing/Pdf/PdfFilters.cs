using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>PdfPig's filters behind a limit: a few kilobytes of a PDF can unpack to gigabytes.</summary>
/// <param name="budget">Bytes that all streams of the document together may unpack to.</param>
internal sealed class PdfFilters(long budget) : ILookupFilterProvider
{
    // The most one byte of LZW can stand for: 12 bits name at most a string of 4,096 bytes.
    private const int MostPerLzwByte = 2_731;

    private long _left = budget;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner scanner) =>
        Bounded(DefaultFilterProvider.Instance is ILookupFilterProvider lookup ? lookup.GetFilters(dictionary, scanner) : DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter, this))];

    private void Spend(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new ArticleException(ArticleFaultKind.PdfBomb);
        }
    }

    private sealed class BoundedFilter(IFilter inner, PdfFilters owner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
            {
                Unpack(input);
            }
            else if (inner is LzwFilter)
            {
                owner.Spend(Math.Min(input.Length, int.MaxValue / MostPerLzwByte) * (long)MostPerLzwByte / 16);
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>Unpacks once without keeping anything, to learn the size; what is damaged is left to the filter itself.</summary>
        private void Unpack(ReadOnlyMemory<byte> input)
        {
            var bytes = MemoryMarshal.TryGetArray(input, out var segment) ? segment : new(input.ToArray());
            using var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
            var chunk = new byte[64 * 1024];
            try
            {
                int read;
                while ((read = unpacked.Read(chunk)) > 0)
                {
                    owner.Spend(read);
                }
            }
            catch (InvalidDataException)
            {
                // PdfPig reads what precedes the damage.
            }
        }
    }
}
