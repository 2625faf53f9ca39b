package ru.mos.clusters.generator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * All subjects there ever are, by slot. What a slot holds at a stage follows from the seed, the slot and the stages so
 * far, so nothing is kept in memory and every part of a release can be made without the others.
 */
record Population(long seed, int records, List<Stage> stages) {
    /** Sequence numbers have seven digits. */
    private static final int MOST_SLOTS = 9_000_000;

    private static final LocalDate FIRST_ENTRIES = LocalDate.of(2016, 8, 1);

    Population {
        stages = List.copyOf(stages);
        if (records < 0 || slots(records, stages, stages.size() - 1) > MOST_SLOTS) {
            throw new IllegalArgumentException("From 0 to " + MOST_SLOTS + " records, newcomers included");
        }
        if (!stages.get(0).stateOn().isAfter(FIRST_ENTRIES)) {
            throw new IllegalArgumentException("There is no register before " + FIRST_ENTRIES);
        }
        for (int at = 1; at < stages.size(); at++) {
            if (!stages.get(at - 1).stateOn().isBefore(stages.get(at).stateOn())) {
                throw new IllegalArgumentException("Each release must be later than the one before");
            }
        }
    }

    int last() {
        return stages.size() - 1;
    }

    int slots(int stage) {
        return (int) slots(records, stages, stage);
    }

    private static long slots(int records, List<Stage> stages, int stage) {
        long slots = records;
        for (int at = 1; at <= stage; at++) {
            slots += newcomers(records, stages.get(at));
        }
        return slots;
    }

    private static long newcomers(int records, Stage stage) {
        return (long) records * stage.movement().entered() / 1000;
    }

    boolean isPresent(int slot, int stage) {
        return slot < slots(stage) && life(slot, stage).isPresent();
    }

    Kind kind(int slot) {
        int lot = Dice.of(seed, Topic.KIND, slot).below(1000);
        if (lot < 400) {
            return Kind.LEGAL_ENTITY;
        }
        return lot < 990 ? Kind.ENTREPRENEUR : Kind.FARM_HEAD;
    }

    Sector sector(int slot) {
        return Sector.of(Dice.of(seed, Topic.SECTOR, slot));
    }

    Name name(int slot, int renamed) {
        Dice dice = Dice.of(seed, Topic.NAME, slot, renamed);
        return kind(slot) == Kind.LEGAL_ENTITY ? Name.ofOrganisation(sector(slot), dice) : Name.ofPerson(dice);
    }

    /** Sequences count up from one, so the number is the subject's own whatever the region. */
    String inn(int slot) {
        return kind(slot) == Kind.LEGAL_ENTITY
                ? CheckDigits.innOfEntity(numberRegion(slot), slot + 1)
                : CheckDigits.innOfPerson(numberRegion(slot), slot + 1);
    }

    /** What the release of that stage says of the slot; empty when the subject is not in it. */
    Optional<Subject> find(int slot, int stage) {
        if (slot >= slots(stage)) {
            return Optional.empty();
        }
        Life life = life(slot, stage);
        return life.isPresent()
                ? Optional.of(subject(slot, life, stages.get(stage).version()))
                : Optional.empty();
    }

    private Subject subject(int slot, Life life, FormatVersion version) {
        Kind kind = kind(slot);
        Sector sector = sector(slot);
        boolean marks = version.hasNumbersAndMarks();
        int added = life.times(Turn.ACTIVITY_ADDED);
        Activities declared = Activities.declared(
                sector, Dice.of(seed, Topic.ACTIVITIES, slot), life.times(Turn.MAIN_ACTIVITY_CHANGED), added);
        int reporting = version.hasReportedActivities() ? personal(slot, 3).below(100) : 100;
        return new Subject(
                slot,
                kind,
                sector,
                inn(slot),
                marks ? ogrn(slot, kind) : null,
                name(slot, life.times(Turn.RENAMED)),
                life.enteredOn(),
                1 + (category(slot, kind) + life.times(Turn.CATEGORY_CHANGED)) % 3,
                wasNew(slot) && life.times(Turn.NO_LONGER_NEW) == 0,
                marks ? personal(slot, 2).chance(5) != (life.times(Turn.SOCIAL_MARK_CHANGED) % 2 == 1) : null,
                marks && statesHeadcount(slot, kind)
                        ? Integer.valueOf(headcount(slot, kind) + 2 * life.times(Turn.HEADCOUNT_CHANGED))
                        : null,
                Place.of(Dice.of(seed, Topic.PLACE, slot), life.times(Turn.MOVED)),
                reporting < 5 ? null : declared,
                reporting < 60 ? declared.reported(added) : null,
                Product.some(sector, Dice.of(seed, Topic.PRODUCTS, slot), life.times(Turn.PRODUCT_ADDED)));
    }

    private Life life(int slot, int stage) {
        int born = born(slot, stage);
        Life life = new Life(born == 0 ? firstEntry(slot) : dayBetween(slot, born));
        for (int at = born + 1; at <= stage; at++) {
            step(slot, at, life);
        }
        return life;
    }

    /** Lots are dealt without replacement within each thousand of slots: that makes the parts per thousand exact. */
    private void step(int slot, int stage, Life life) {
        Movement movement = stages.get(stage).movement();
        Dice dice = Dice.of(seed, Topic.BLOCK, slot / 1000, stage);
        int multiplier = 2 * dice.below(500) + 1;
        multiplier += multiplier % 5 == 0 ? 2 : 0;
        int lot = (multiplier * (slot % 1000) + dice.below(1000)) % 1000;
        if (!life.isPresent()) {
            if (lot < movement.returned()) {
                life.enter(dayBetween(slot, stage));
            }
        } else if (lot < movement.left()) {
            life.leave();
        } else if (lot < movement.left() + movement.changed()) {
            turn(slot, stage, life);
        }
    }

    private void turn(int slot, int stage, Life life) {
        Turn drawn = Dice.of(seed, Topic.TURN, slot, stage).pick(List.of(Turn.values()));
        Turn turn = isPossible(drawn, slot, stage, life) ? drawn : Turn.ACTIVITY_ADDED;
        life.take(turn);
        if (turn == Turn.ENTERED_ANEW) {
            life.enter(dayBetween(slot, stage));
        }
    }

    /** A turn must show: not every subject has the fact, not every version the attribute. */
    private boolean isPossible(Turn turn, int slot, int stage, Life life) {
        boolean marks = stages.get(stage).version().hasNumbersAndMarks();
        return switch (turn) {
            case NO_LONGER_NEW -> wasNew(slot) && life.times(turn) == 0;
            case SOCIAL_MARK_CHANGED -> marks;
            case HEADCOUNT_CHANGED -> marks && statesHeadcount(slot, kind(slot));
            case PRODUCT_ADDED -> life.times(turn) < 9;
            case RENAMED -> !name(slot, life.times(turn)).equals(name(slot, life.times(turn) + 1));
            default -> true;
        };
    }

    private int born(int slot, int stage) {
        int born = 0;
        long known = records;
        while (slot >= known) {
            known += newcomers(records, stages.get(++born));
        }
        if (born > stage) {
            throw new IllegalArgumentException("Slot " + slot + " is not yet filled at stage " + stage);
        }
        return born;
    }

    /** Half of the register on its first day, the rest on tenth days of a month, none on or after the first release. */
    private LocalDate firstEntry(int slot) {
        Dice dice = Dice.of(seed, Topic.ENTRY, slot);
        int months =
                (int) ChronoUnit.MONTHS.between(FIRST_ENTRIES, stages.get(0).stateOn());
        if (months < 2 || dice.chance(500)) {
            return FIRST_ENTRIES;
        }
        return FIRST_ENTRIES.plusMonths(dice.below(months - 1)).withDayOfMonth(10);
    }

    /** After the release before this one and before this one; on the former where no day lies between. */
    private LocalDate dayBetween(int slot, int stage) {
        LocalDate before = stages.get(stage - 1).stateOn();
        int gap = (int) ChronoUnit.DAYS.between(before, stages.get(stage).stateOn());
        return gap == 1
                ? before
                : before.plusDays(1L + Dice.of(seed, Topic.ENTRY, slot, stage).below(gap - 1));
    }

    private boolean wasNew(int slot) {
        return personal(slot, 1).chance(300);
    }

    private boolean statesHeadcount(int slot, Kind kind) {
        return Dice.of(seed, Topic.HEADCOUNT, slot, 1).chance(kind == Kind.LEGAL_ENTITY ? 700 : 100);
    }

    /** Zero-based; companies are now and then small or medium, persons hardly ever. */
    private int category(int slot, Kind kind) {
        int lot = Dice.of(seed, Topic.CATEGORY, slot).below(1000);
        if (kind != Kind.LEGAL_ENTITY) {
            return lot < 995 ? 0 : 1;
        }
        if (lot < 930) {
            return 0;
        }
        return lot < 990 ? 1 : 2;
    }

    /** Persons employed at first, fitting the category of the first release. */
    int headcount(int slot, Kind kind) {
        Dice dice = Dice.of(seed, Topic.HEADCOUNT, slot);
        return switch (category(slot, kind)) {
            case 0 -> dice.chance(800) ? dice.below(2) : 2 + dice.below(14);
            case 1 -> 16 + dice.below(85);
            default -> 101 + dice.below(150);
        };
    }

    private String ogrn(int slot, Kind kind) {
        int year = 2003 + personal(slot, 0).below(13);
        return kind == Kind.LEGAL_ENTITY
                ? CheckDigits.ogrn(year, numberRegion(slot), slot + 1)
                : CheckDigits.ogrnOfEntrepreneur(year, numberRegion(slot), slot + 1);
    }

    /** Now and then the number was given in another region than the one the subject is in today. */
    private String numberRegion(int slot) {
        return Dice.of(seed, Topic.NUMBER_REGION, slot).chance(80)
                ? "77"
                : Place.of(Dice.of(seed, Topic.PLACE, slot), 0).region();
    }

    private Dice personal(int slot, int fact) {
        return Dice.of(seed, Topic.PERSONAL, slot, fact);
    }
}
