namespace Backprop.Teaching.Tests.Training;

/// <summary>Threads that share the steps of a training.</summary>
public class TeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_thread_begins_a_step_before_all_have_ended_the_one_before(int size)
    {
        var team = new Team(size);
        var written = new int[size];
        var late = 0;
        for (var run = 0; run < 2; run++)
        {
            Array.Clear(written);
            team.Run(rank =>
            {
                for (var step = 1; step <= 300; step++)
                {
                    // whoever is first here is not always the same one
                    if ((step + rank) % 7 == 0) Thread.Yield();
                    written[rank] = step;
                    team.Meet();
                    if (written.Any(at => at != step)) Interlocked.Increment(ref late);
                    team.Meet();
                }
            });
            Assert.All(written, step => Assert.Equal(300, step));
        }
        Assert.Equal(0, late);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_thread_that_fails_releases_the_others_and_its_exception_arrives(int failing)
    {
        var team = new Team(3);
        var thrown = Assert.Throws<InvalidOperationException>(() => team.Run(rank =>
        {
            team.Meet();
            if (rank == failing) throw new InvalidOperationException("of this rank");
            team.Meet();
        }));
        Assert.Equal("of this rank", thrown.Message);

        // and the team can be used again
        var arrived = 0;
        team.Run(_ =>
        {
            team.Meet();
            Interlocked.Increment(ref arrived);
        });
        Assert.Equal(3, arrived);
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(16, 3)]
    [InlineData(128, 3)]
    [InlineData(0, 2)]
    public void Shares_are_whole_groups_of_eight_and_cover_every_column_once(int columns, int threads)
    {
        var next = 0;
        for (var rank = 0; rank < threads; rank++)
        {
            var share = new Share(rank, threads);
            Assert.Equal(next, share.Start(columns));
            Assert.Equal(0, share.Count(columns) % 8);
            next += share.Count(columns);
        }
        Assert.Equal(columns, next);
    }
}
