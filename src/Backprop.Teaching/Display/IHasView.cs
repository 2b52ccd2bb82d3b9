namespace Backprop.Teaching;

/// <summary>What has a display tree. A record cannot inherit <see cref="Displayable"/>, so it implements this and asks <see cref="DisplayForms"/>.</summary>
interface IHasView : IDisplayable
{
    DisplayNode View();
}
