package io.faultline.shock;

import java.util.List;

/** What news does to a sector's incident: matches link it to a story, rivals and withdrawals weaken the link. */
final class IncidentNews {

    private final SessionAges ages;
    private final int maxReleaseAge;

    /** {@code maxReleaseAge} in sessions: an older release explains nothing. */
    IncidentNews(SessionAges ages, int maxReleaseAge) {
        this.ages = ages;
        this.maxReleaseAge = maxReleaseAge;
    }

    /** What is known at the onset of an incident or of a further leg. */
    Finding finding(Signal collapse, IncidentTurn turn) {
        List<RivalNote> rivals = Finding.strongest(rivalsAt(collapse, turn));
        return Finding.of(linkTo(collapse, turn), rivals, collapse.drawdown().figures());
    }

    /** Keeps a rival cause; one that comes after the onset is told with the next revision, without strength. */
    void rival(Signal signal, IncidentTurn turn) {
        RivalNote rival = RivalNote.of(signal);
        if (turn.news.hasWithdrawn(rival.headline().headlineId(), signal.at())) {
            return;
        }
        turn.news = turn.news.withRival(rival);
        if (turn.isOpen()) {
            CourseLeg onset = turn.course.onset();
            RivalNote noted = weighed(rival, onset.onset());
            turn.course = turn.course.found(onset, onset.finding().noted(noted));
        }
    }

    /** Takes a headline out of all that is known, and remembers it for matches still to come. */
    void withdraw(Signal signal, IncidentTurn turn) {
        String headline = signal.withdrawnHeadlineId();
        Long until = signal.kind() == SignalKind.REWORDED ? signal.at() : null;
        turn.news = turn.news.withWithdrawn(new NewsMemory.Withdrawal(headline, signal.sessionIndex(), until));
        if (turn.isOpen()) {
            judge(
                    turn.course.found(leg -> leg.found(leg.finding().without(headline))),
                    Occasion.EVIDENCE_WITHDRAWN,
                    turn);
        }
    }

    /** A match of an event pattern; for a leg that is open already it is late. */
    void match(ShockMatch match, IncidentTurn turn) {
        CourseLeg leg = turn.isOpen() ? turn.course.legOpenedBy(match.collapse()) : null;
        Onset onset = leg == null ? Onset.of(match.collapse()) : leg.onset();
        EvidenceSelection selection = new EvidenceSelection(ages, onset, turn.news);
        if (match.basis() == Basis.PRECEDING) {
            precede(leg, selection.preceding(match, maxReleaseAge), turn);
        } else if (leg != null) {
            attribute(leg, selection.attributed(match), turn);
        }
    }

    private static void precede(CourseLeg leg, StoryLink link, IncidentTurn turn) {
        if (link != null && leg == null) {
            turn.news = turn.news.withLink(link);
        } else if (link != null) {
            judge(turn.course.found(leg, leg.finding().preceded(link)), Occasion.LINK_FOUND, turn);
        }
    }

    private static void attribute(CourseLeg leg, StoryLink link, IncidentTurn turn) {
        if (link != null) {
            judge(turn.course.found(leg, leg.finding().attributed(link)), Occasion.ATTRIBUTION, turn);
        }
    }

    /** Takes over findings; told at once if they change a verdict or its basis, else with the next revision. */
    private static void judge(Course judged, Occasion occasion, IncidentTurn turn) {
        Course before = turn.course;
        turn.course = judged;
        boolean same = before.finding().sameVerdict(judged.finding());
        for (int i = 0; same && i < before.legs().size(); i++) {
            same = before.legs()
                    .get(i)
                    .finding()
                    .sameVerdict(judged.legs().get(i).finding());
        }
        if (!same) {
            turn.revise(AlertState.UPDATE, occasion);
        }
    }

    private static StoryLink linkTo(Signal collapse, IncidentTurn turn) {
        StoryLink pending = turn.news.pending();
        return pending != null && pending.collapseAt() == collapse.at() ? pending : null;
    }

    private List<RivalNote> rivalsAt(Signal collapse, IncidentTurn turn) {
        Onset onset = Onset.of(collapse);
        return turn.news.rivalsUpTo(collapse.sessionIndex()).stream()
                .map(rival -> weighed(rival, onset))
                .toList();
    }

    private RivalNote weighed(RivalNote rival, Onset onset) {
        long published = rival.headline().publishedAt().toEpochMilli();
        int age = ages.sessionsOpenedBetween(published, onset.sessionDate());
        return rival.weighed(onset.at(), age);
    }
}
