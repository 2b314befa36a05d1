#pragma warning disable RS0030
Console.WriteLine("tollgate");
