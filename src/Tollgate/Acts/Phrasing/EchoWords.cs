namespace Tollgate.Acts.Phrasing;

/// <summary>Words that mean nothing alone, so that two speakers who share them have shared nothing.</summary>
internal static class EchoWords
{
    private static readonly HashSet<string> Empty =
    [
        .. ("a an the and or but so of to in on at for with from by is are was were be been it it's that that's this i i'm i've i'll "
            + "you your you're you've me my we our us he she they them his her their its do does did have has had got get okay ok right "
            + "correct yes yeah no not just all one as if then there here what which who how can could would will please thanks thank "
            + "well now let down said up sir ma'am about than too very also any some good great fine sure perfect lovely sounds sorry hello hi bye really much more ha haha aha oh ah wow hm hmm mm").Split(' '),
    ];

    public static bool Means(string word) => !Empty.Contains(word);
}
