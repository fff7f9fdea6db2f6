using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Kompass.Benchmarks;

/// <summary>Names in an in-memory Lucene index, found by their words, with one typing error in words of four letters and more.</summary>
internal sealed class LuceneNameIndex : IDisposable
{
    private const string Field = "name";
    private const int FuzzyFrom = 4;

    private readonly RAMDirectory _directory = new();
    private readonly StandardAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public LuceneNameIndex(IEnumerable<string> names)
    {
        using (var writer = new IndexWriter(_directory, new(LuceneVersion.LUCENE_48, _analyzer)))
        {
            foreach (var name in names)
            {
                writer.AddDocument([new TextField(Field, name, Lucene.Net.Documents.Field.Store.NO)]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new(_reader);
    }

    /// <summary>The position of the best name in the list, or -1 if none shares a word.</summary>
    public int Best(string name)
    {
        var query = new BooleanQuery();
        using var words = _analyzer.GetTokenStream(Field, name);
        var word = words.GetAttribute<ICharTermAttribute>();
        words.Reset();
        while (words.IncrementToken())
        {
            var term = new Term(Field, word.ToString());
            query.Add(term.Text.Length < FuzzyFrom ? new TermQuery(term) : new FuzzyQuery(term, maxEdits: 1), Occur.SHOULD);
        }

        words.End();
        return _searcher.Search(query, 1).ScoreDocs is [var best, ..] ? best.Doc : -1;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }
}
