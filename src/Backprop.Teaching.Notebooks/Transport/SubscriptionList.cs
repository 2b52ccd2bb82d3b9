namespace Backprop.Teaching.Notebooks;

/// <summary>The topics that one subscriber asked for. A topic is a beginning: the empty one asks for everything.</summary>
sealed class SubscriptionList
{
    readonly List<byte[]> topics = [];
    readonly object gate = new();

    /// <summary>Adds a topic.</summary>
    /// <exception cref="ZmtpException">It is too long, or there are too many.</exception>
    public void Add(byte[] topic)
    {
        lock (gate)
        {
            if (topic.Length > ZmtpLimits.TopicBytes) throw new ZmtpException($"a topic of {topic.Length} bytes; allowed are {ZmtpLimits.TopicBytes}");
            if (topics.Count == ZmtpLimits.Subscriptions) throw new ZmtpException($"more than {ZmtpLimits.Subscriptions} subscriptions");
            topics.Add(topic);
        }
    }

    /// <summary>Takes a topic out once; one that is not there is no error.</summary>
    public void Remove(byte[] topic)
    {
        lock (gate)
        {
            var index = topics.FindIndex(known => known.AsSpan().SequenceEqual(topic));
            if (index >= 0) topics.RemoveAt(index);
        }
    }

    /// <summary>Whether a message whose first frame is <paramref name="first"/> was asked for.</summary>
    public bool Wants(byte[] first)
    {
        lock (gate)
        {
            foreach (var topic in topics)
            {
                if (first.AsSpan().StartsWith(topic)) return true;
            }

            return false;
        }
    }
}
