namespace Kompass.Xero.Emulator.Tests;

public sealed class TrackingTests
{
    private readonly Xero _xero = new();

    private Answer Create(string name) => _xero.Put("/TrackingCategories", $$"""{"Name":"{{name}}"}""");

    private static string Id(Answer answer, string plural, string name) => answer.Ok().First(plural)[name]!.GetValue<string>();

    [Fact]
    public void Categories_and_options_are_made_renamed_and_removed()
    {
        var path = "/TrackingCategories/" + Id(Create("Region"), "TrackingCategories", "TrackingCategoryID");
        var option = Id(_xero.Put(path + "/Options", """{"Options":[{"Name":"North"}]}"""), "Options", "TrackingOptionID");
        _xero.Post($"{path}/Options/{option}", """{"Name":"South"}""").Ok();
        _xero.Post(path, """{"Name":"Area"}""").Ok();
        var category = _xero.Get(path).Ok().First("TrackingCategories");
        Assert.Equal(("Area", "South"), (category["Name"]!.GetValue<string>(), category["Options"]![0]!["Name"]!.GetValue<string>()));
        Assert.Equal(200, _xero.Send("DELETE", $"{path}/Options/{option}").Status);
        Assert.Equal(200, _xero.Send("DELETE", path).Status);
        Assert.Equal(404, _xero.Get(path).Status);
    }

    [Fact]
    public void Categories_are_two_active_ones_and_four_in_all()
    {
        Create("A").Ok();
        var second = Id(Create("B"), "TrackingCategories", "TrackingCategoryID");
        Create("C").Refused("An organisation can have 2 active");
        _xero.Post($"/TrackingCategories/{second}", """{"Status":"ARCHIVED"}""").Ok();
        Create("C").Ok();
        Assert.Equal(2, _xero.Get("/TrackingCategories").Elements("TrackingCategories").Count);
        Assert.Equal(3, _xero.Get("/TrackingCategories?includeArchived=true").Elements("TrackingCategories").Count);
    }

    [Fact]
    public void Names_are_unique_and_short()
    {
        Create("Region").Ok();
        Create("region").Refused("The name region is already in use");
        Create(new string('x', 101)).Refused("The name must have");
        Create("").Refused("The name must have");
    }
}
