using Tollgate.Suites;

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
}
