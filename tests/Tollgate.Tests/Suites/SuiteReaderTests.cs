using Tollgate.Suites;
using Tollgate.Tests.Reports;

namespace Tollgate.Tests.Suites;

public class SuiteReaderTests
{
    [Fact]
    public void Read_TheGoodSuite_HasNoErrors()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("good.yaml"), "good.yaml");
        result.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        result.Suite.ShouldNotBeNull();
    }

    [Fact]
    public void Read_ABadSuite_SaysAllThatIsWrongAtOnce()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("bad.yaml"), "bad.yaml");
        result.Suite.ShouldBeNull();
        string.Concat(result.Errors.Select(error => error + "\n")).ShouldBeGolden("bad.txt");
    }
}
