package io.faultline.shock;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sector keeps of the news while nothing has to be told.
 *
 * @param pending link to a collapse whose LEVEL signal is still to come, else null
 * @param rivals other causes of the last {@value #RIVAL_SESSIONS} sessions, newest last, at most {@value #MAX_RIVALS}
 * @param withdrawn headlines that were told of and taken back, newest last, at most {@value #MAX_WITHDRAWN}
 */
public record NewsMemory(StoryLink pending, List<RivalNote> rivals, List<Withdrawal> withdrawn) {

    static final NewsMemory EMPTY = new NewsMemory(null, List.of(), List.of());

    static final int RIVAL_SESSIONS = 3;
    static final int MAX_RIVALS = 12;
    static final int MAX_WITHDRAWN = 256;

    /**
     * A headline that was taken back.
     *
     * @param headlineId id on the wire
     * @param sessionIndex ordinal of the home session in which that was known
     * @param until what was told before this stays out, epoch milliseconds: when it was reworded; null for one that was
     *     deleted, of which everything stays out
     */
    public record Withdrawal(String headlineId, int sessionIndex, Long until) {

        private boolean concerns(String headline, long toldAt) {
            return headlineId.equals(headline) && (until == null || toldAt < until);
        }
    }

    boolean isEmpty() {
        return pending == null && rivals.isEmpty() && withdrawn.isEmpty();
    }

    /** Whether a headline that a signal of this time told of was taken back since. */
    boolean hasWithdrawn(String headlineId, long toldAt) {
        return withdrawn.stream().anyMatch(one -> one.concerns(headlineId, toldAt));
    }

    NewsMemory withLink(StoryLink link) {
        boolean joins = pending != null && pending.collapseAt() == link.collapseAt();
        return new NewsMemory(joins ? pending.join(link) : link, rivals, withdrawn);
    }

    NewsMemory withoutLink() {
        return pending == null ? this : new NewsMemory(null, rivals, withdrawn);
    }

    NewsMemory withRival(RivalNote rival) {
        List<RivalNote> more = new ArrayList<>(rivals);
        more.removeIf(known -> sameHeadline(known, rival.headline().headlineId()));
        more.add(rival);
        return new NewsMemory(pending, newest(more, MAX_RIVALS), withdrawn);
    }

    NewsMemory withWithdrawn(Withdrawal withdrawal) {
        String headlineId = withdrawal.headlineId();
        List<Withdrawal> more = new ArrayList<>(withdrawn);
        more.removeIf(known -> known.headlineId().equals(headlineId));
        more.add(withdrawal);
        return new NewsMemory(
                pending == null ? null : pending.without(headlineId),
                rivals.stream()
                        .filter(rival -> !sameHeadline(rival, headlineId))
                        .toList(),
                newest(more, MAX_WITHDRAWN));
    }

    /** Rivals that can count for an onset in the given session. */
    List<RivalNote> rivalsUpTo(int sessionIndex) {
        return rivals.stream()
                .filter(rival -> sessionIndex - rival.sessionIndex() <= RIVAL_SESSIONS)
                .toList();
    }

    /** After a session's close: what is too old for the next one is dropped. */
    NewsMemory after(int sessionIndex, int maxReleaseAgeSessions) {
        return new NewsMemory(
                pending,
                rivalsUpTo(sessionIndex + 1),
                withdrawn.stream()
                        .filter(known -> sessionIndex - known.sessionIndex() <= maxReleaseAgeSessions)
                        .toList());
    }

    private static boolean sameHeadline(RivalNote rival, String headlineId) {
        return rival.headline().headlineId().equals(headlineId);
    }

    private static <T> List<T> newest(List<T> oldestFirst, int bound) {
        return List.copyOf(oldestFirst.subList(Math.max(0, oldestFirst.size() - bound), oldestFirst.size()));
    }
}
