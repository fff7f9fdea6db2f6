using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace Kompass.Benchmarks;

/// <summary>
/// A Kompass whose records are made when they are read, so that the host's own memory counts for nothing. On the day of change one record
/// in two hundred was edited, and as many are new.
/// </summary>
internal abstract class GeneratedSource<TKey, TRecord>(int count, KompassOrganisationId? owner)
    where TKey : struct
    where TRecord : class
{
    public static readonly KompassOrganisationId Organisation = new("KO1");

    private const int PageSize = 1000;
    private const int OneIn = 200;

    private bool _isChanged;
    private bool _isLastEdited;

    /// <summary>Whose records they are.</summary>
    protected KompassOrganisationId Owner => owner ?? Organisation;

    /// <summary>How many records are edited, and as many new, on the day of change.</summary>
    public int Changed => count / OneIn;

    /// <summary>Records read so far.</summary>
    public int Read { get; private set; }

    public void Change() => _isChanged = true;

    /// <summary>Edits the last record.</summary>
    public void ChangeOne() => _isLastEdited = true;

    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var from = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var last = from;
        foreach (var chunk in Sequence().Where(entry => entry.Sequence > from).Chunk(PageSize))
        {
            Read += chunk.Length;
            last = chunk[^1].Sequence;
            yield return new([.. chunk.Select(entry => Item(entry.Index, entry.Sequence))], new(Text(last)));
        }

        if (last == from)
        {
            yield return new([], new(Text(last)));
        }
    }

    public Task<IReadOnlyList<SourceItem<TKey, TRecord>>> FindAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken)
    {
        Read += keys.Count;
        return Task.FromResult<IReadOnlyList<SourceItem<TKey, TRecord>>>(
            [.. keys.Select(key => int.Parse(key.ToString()![1..], CultureInfo.InvariantCulture)).Where(index => index < Count).Select(index => Item(index, 0))]);
    }

    public async IAsyncEnumerable<TKey> ReadKeysAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var index = 0; index < Count; index++)
        {
            yield return KeyOf(index);
        }
    }

    protected abstract TKey KeyOf(int index);

    protected abstract TRecord Make(int index, bool isEdited);

    public int Count => _isChanged ? count + Changed : count;

    private SourceItem<TKey, TRecord> Item(int index, int sequence) => new(KeyOf(index), Text(sequence), Make(index, IsEdited(index) || IsLastEdited(index)));

    private bool IsEdited(int index) => _isChanged && index < count && index % OneIn == OneIn - 1;

    private bool IsLastEdited(int index) => _isLastEdited && index == count - 1;

    private IEnumerable<(int Index, int Sequence)> Sequence() =>
        Enumerable.Range(0, count).Where(index => !IsEdited(index)).Select(index => (index, index + 1))
            .Concat(Enumerable.Range(0, _isChanged ? Changed : 0).Select(number => ((number * OneIn) + OneIn - 1, count + number + 1)))
            .Concat(Enumerable.Range(count, _isChanged ? Changed : 0).Select(index => (index, index + Changed + 1)))
            .Concat(Enumerable.Range(0, _isLastEdited ? 1 : 0).Select(_ => (count - 1, count + (2 * Changed) + 1)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
