package io.faultline.shock;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What news does to a sector's incident: matches link it to a story, rivals and withdrawals weaken the link. */
final class IncidentNews {

    private final SessionAges ages;
    private final int maxReleaseAge;

    /** {@code maxReleaseAge} in sessions: an older release explains nothing. */
    IncidentNews(SessionAges ages, int maxReleaseAge) {
        this.ages = ages;
        this.maxReleaseAge = maxReleaseAge;
    }

    /** What is known at the onset of an incident. */
    Finding finding(Signal collapse, IncidentTurn turn) {
        List<RivalNote> rivals = Finding.strongest(rivalsAt(collapse, turn));
        return Finding.of(linkTo(collapse, turn), rivals, collapse.drawdown().figures());
    }

    /** The incident's finding with what is known at the onset of a further leg. */
    Finding findingOfLeg(Signal collapse, IncidentTurn turn) {
        return turn.course
                .finding()
                .leg(
                        linkTo(collapse, turn),
                        rivalsAt(collapse, turn),
                        collapse.drawdown().figures());
    }

    /** Keeps a rival cause; one that comes after the onset is told with the next revision, without strength. */
    void rival(Signal signal, IncidentTurn turn) {
        RivalNote rival = RivalNote.of(signal);
        if (turn.news.hasWithdrawn(rival.headline().headlineId())) {
            return;
        }
        turn.news = turn.news.withRival(rival);
        if (turn.isOpen()) {
            turn.course = turn.course.found(turn.course.finding().noted(weighed(rival, turn.course.onset())));
        }
    }

    /** Takes a headline out of all that is known and remembers its id for matches still to come. */
    void withdraw(Signal signal, IncidentTurn turn) {
        String headline = signal.withdrawnHeadlineId();
        turn.news = turn.news.withWithdrawn(headline, signal.sessionIndex());
        if (turn.isOpen()) {
            judge(turn.course.finding().without(headline), Occasion.EVIDENCE_WITHDRAWN, turn);
        }
    }

    /** A match of an event pattern. */
    void match(ShockMatch match, IncidentTurn turn) {
        if (match.basis() == Basis.ATTRIBUTED) {
            attribute(match, turn);
            return;
        }
        Signal collapse = match.collapse();
        boolean ofLastLeg =
                turn.isOpen() && collapse.sessionIndex() == turn.course.told().lastLegIndex();
        Leg onset = ofLastLeg ? turn.course.lastLeg() : onsetAt(collapse);
        StoryLink link = new EvidenceSelection(ages, onset, turn.news.withdrawnIds()).preceding(match, maxReleaseAge);
        if (link == null) {
            return;
        }
        if (ofLastLeg) {
            judge(turn.course.finding().preceded(link), Occasion.LINK_FOUND, turn);
        } else {
            turn.news = turn.news.withLink(link);
        }
    }

    private void attribute(ShockMatch match, IncidentTurn turn) {
        boolean ofThisIncident = turn.isOpen()
                && match.collapse().sessionIndex() >= turn.course.onsetIndex()
                && match.collapse().at() >= turn.course.onset().onsetAt().toEpochMilli();
        if (!ofThisIncident) {
            return;
        }
        StoryLink link = new EvidenceSelection(ages, turn.course.onset(), turn.news.withdrawnIds()).attributed(match);
        if (link != null) {
            judge(turn.course.finding().attributed(link), Occasion.ATTRIBUTION, turn);
        }
    }

    /** Takes over a finding; told at once if it changes the verdict or its basis, else with the next revision. */
    private static void judge(Finding finding, Occasion occasion, IncidentTurn turn) {
        Finding before = turn.course.finding();
        turn.course = turn.course.found(finding);
        if (before.verdict() != finding.verdict() || !Objects.equals(before.basis(), finding.basis())) {
            turn.revise(AlertState.UPDATE, occasion);
        }
    }

    private static StoryLink linkTo(Signal collapse, IncidentTurn turn) {
        StoryLink pending = turn.news.pending();
        return pending != null && pending.collapseAt() == collapse.at() ? pending : null;
    }

    private List<RivalNote> rivalsAt(Signal collapse, IncidentTurn turn) {
        Leg onset = onsetAt(collapse);
        return turn.news.rivalsUpTo(collapse.sessionIndex()).stream()
                .map(rival -> weighed(rival, onset))
                .toList();
    }

    private RivalNote weighed(RivalNote rival, Leg onset) {
        long published = rival.headline().publishedAt().toEpochMilli();
        int age = ages.sessionsOpenedBetween(published, onset.sessionDate());
        return rival.weighed(onset.onsetAt().toEpochMilli(), age);
    }

    private static Leg onsetAt(Signal collapse) {
        return new Leg(collapse.sessionDate(), Instant.ofEpochMilli(collapse.at()), 0.0, 0.0);
    }
}
