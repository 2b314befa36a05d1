using System.Runtime.InteropServices;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// The vocabulary as a tree of phones, so that words that begin alike are compared once: the nearest words to some
/// phones, by <see cref="Phones"/>' costs, in microseconds instead of a comparison with each. Immutable.
/// </summary>
internal sealed class SoundTrie
{
    /// <summary>Longer pronunciations are cut there; no word is so long.</summary>
    public const int MaxPhones = 32;

    private const int Width = MaxPhones + 1;

    // Where a near bound finds so many, the search is over: further words would hardly ever be drawn.
    private const int Enough = 4;

    private readonly Node root = new(0);

    public SoundTrie(IEnumerable<Vocabulary.Entry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Phones.Length is > 0 and < MaxPhones))
        {
            var node = root;
            foreach (var phone in entry.Phones)
            {
                node = node.Child(phone);
            }

            node.Entries.Add(entry);
        }
    }

    /// <summary>
    /// At most <paramref name="most"/> words with the least cost, the least first; at least four where there are so
    /// many. The cost is the distance in sound and
    /// <paramref name="rarityCost"/> times how uncommon the word is.
    /// </summary>
    public List<(double Cost, Vocabulary.Entry Entry)> Nearest(ReadOnlySpan<byte> phones, int most, double rarityCost)
    {
        phones = phones[..Math.Min(phones.Length, MaxPhones)];
        Span<double> rows = stackalloc double[Width * Width];
        for (var i = 0; i < phones.Length; i++)
        {
            rows[i + 1] = rows[i] + Phones.LossOf(phones[i]);
        }

        // A near bound first: most of the tree is then never entered. Where it finds too few, a wider one.
        for (var bound = 0.5 + (0.06 * phones.Length); ; bound *= 1.5)
        {
            var search = new Search(phones, rows, most, rarityCost, bound);
            search.Enter(root, 0);
            if (search.Found.Count >= Math.Min(most, Enough) || bound > MaxPhones)
            {
                return search.Found;
            }
        }
    }

    private ref struct Search(
        ReadOnlySpan<byte> phones, Span<double> rows, int most, double rarityCost, double bound)
    {
        private readonly ReadOnlySpan<byte> phones = phones;
        private readonly Span<double> rows = rows;

        public List<(double Cost, Vocabulary.Entry Entry)> Found { get; } = new(most + 1);

        public void Enter(Node node, int depth)
        {
            foreach (var child in CollectionsMarshal.AsSpan(node.Children))
            {
                var above = rows.Slice(depth * Width, phones.Length + 1);
                var row = rows.Slice((depth + 1) * Width, phones.Length + 1);
                if (Fill(above, row, child.Phone) > bound)
                {
                    continue;
                }

                foreach (var entry in CollectionsMarshal.AsSpan(child.Entries))
                {
                    Offer(row[^1] + (rarityCost * (1 - entry.Commonness)), entry);
                }

                Enter(child, depth + 1);
            }
        }

        // One row of the edit distance; returns its least.
        private readonly double Fill(ReadOnlySpan<double> above, Span<double> row, byte phone)
        {
            var longer = Phones.LossOf(phone);
            var apart = Phones.DistancesFrom(phone);
            var before = above[0];
            var cost = row[0] = before + longer;
            var least = cost;
            for (var i = 0; i < phones.Length; i++)
            {
                var kept = before + apart[phones[i]];
                before = above[i + 1];
                cost += Phones.LossOf(phones[i]);
                cost = before + longer < cost ? before + longer : cost;
                cost = kept < cost ? kept : cost;
                row[i + 1] = cost;
                least = cost < least ? cost : least;
            }

            return least;
        }

        private void Offer(double cost, Vocabulary.Entry entry)
        {
            if (cost > bound || (Found.Count == most && cost >= Found[^1].Cost))
            {
                return;
            }

            var at = Found.Count;
            while (at > 0 && Found[at - 1].Cost > cost)
            {
                at--;
            }

            Found.Insert(at, (cost, entry));
            if (Found.Count > most)
            {
                Found.RemoveAt(most);
            }

            if (Found.Count == most)
            {
                bound = Math.Min(bound, Found[^1].Cost);
            }
        }
    }

    private sealed class Node(byte phone)
    {
        public byte Phone { get; } = phone;

        public List<Node> Children { get; } = [];

        public List<Vocabulary.Entry> Entries { get; } = [];

        public Node Child(byte phone)
        {
            var child = Children.Find(one => one.Phone == phone);
            if (child is null)
            {
                Children.Add(child = new Node(phone));
            }

            return child;
        }
    }
}
