// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/base/localized_text.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace jz {

/// The kinds of field a form can have; each has one value shape in a values file (see dossier.h), one
/// printed form (model/print) and one editor.
enum class FieldType {
    Text,               ///< one paragraph
    LongText,           ///< several paragraphs
    CreditCode,         ///< unified social credit code, GB 32100
    Mobile,             ///< mobile phone number of the mainland
    Email,
    Phone,              ///< fixed line, 400 number or mobile
    Division,           ///< administrative division: the code of the lowest level chosen
    RecommendingBody,   ///< the name of one body
    RecommendingBodies, ///< a list of names
    SingleChoice,       ///< the id of an option
    MultipleChoice,     ///< a list of option ids
    ComposedName,       ///< only the middle part is filled in; prefix and suffix come from the pack
    Table,              ///< rows of columns
    Phases,             ///< rows of goal, from and to (months); the row's name is numbered
    Links,              ///< a list of web addresses
    Attachments,        ///< files
    Boolean,
    Signature,          ///< room for a signature: pen or certificate; has no value
    Date,               ///< the date beside a signature; has no value
    Seal,               ///< room for a seal; has no value
    Repeat,             ///< one opinion block per recommending body; has no value
    Record,             ///< about the procedure; kept beside the dossier, never in it
};

enum class Requirement { Required, Optional, Conditional };

/// An option of a choice, or a kind of attachment: id as stored, label as printed.
struct Choice
{
    QString id;
    QString label;
};

enum class ColumnType { Text, LongText, Boolean, Month, Numbered };

struct Column
{
    QString id;
    QString label;
    ColumnType type = ColumnType::Text;
    int limit = 0;          ///< most 字数 allowed; 0 for no limit
    QString trueLabel;      ///< Boolean: what is printed
    QString falseLabel;
    double width = 1;       ///< share of the width in print
};

struct Field
{
    QString id;
    QString group;          ///< label of the merged cell at the left; empty when the field stands alone
    QString label;
    QString prompt;         ///< official hint; printed in a blank form only
    FieldType type = FieldType::Text;
    Requirement requirement = Requirement::Optional;
    int limit = 0;          ///< most 字数 allowed; 0 for no limit
    bool printed = true;
    QList<Choice> options;
    QList<Choice> kinds;    ///< Attachments: kinds to choose from
    QList<Column> columns;  ///< Table and Phases
    int emptyRows = 0;      ///< Table and Phases: rows printed at least
    QString prefix;         ///< ComposedName: printed before the middle part
    QString suffix;         ///< ComposedName: printed after it; `{field}` stands for the label chosen there
    QString rowName;        ///< Phases: name of row n; `{n}` is its Chinese number
    bool imagesOnly = false;///< Attachments
    bool withheld = false;  ///< experts do not see it
    bool publishable = false; ///< may be published

    /// Whether a dossier holds a value for it; attachments have a list of their own, the room for signature
    /// and seal and records about the procedure have none.
    bool hasValue() const;
    const Column* column(const QString& columnId) const;
};

/// One printed row of the form, see "print" in form.json. Which cells stand in it depends on `kind`.
struct PrintRow
{
    enum class Kind {
        Field,    ///< label | value of fields[0]; further fields are printed below it in the same cell
        Group,    ///< merged label at the left, then `lines` of label | value pairs
        Choices,  ///< options of fields[0] across the page; fields[1] is the text of the last option
        Table,    ///< merged label at the left, header row, one row per value
        Phases,   ///< three columns across the page: name, goal, time
        Opinion,  ///< fixed text, signature, date and seal of `role`
        Opinions, ///< the same once per recommending body
    };
    Kind kind = Kind::Field;
    QString label;              ///< label cell; may hold `\n`
    QStringList fields;
    QList<QStringList> lines;   ///< Group: field ids line by line
    QString role;               ///< Opinion, Opinions: `applicant`, `recommender`
    QString signatureLabel;     ///< e.g. 单位负责人（签名）：
    QString dateLabel;          ///< e.g. 年   月   日
    QString sealLabel;          ///< e.g. 单位公章
    QString unitPlaceholder;    ///< part of the section's fixed text that `fields[0]`'s value replaces
    QStringList headers;        ///< Phases: heads of the three columns
    QString continuation;       ///< Phases: name of the further row in a blank form (……); empty for none
    QString period;             ///< Phases: a filled time cell, with {fromYear} {fromMonth} {toYear} {toMonth}
    QString blankPeriod;        ///< Phases: an empty time cell
};

struct Section
{
    QString number;   ///< 一 … 七; empty for a section that is not printed
    QString id;
    QString title;
    QString fixedText;///< printed wording of an opinion; empty for none
    QList<Field> fields;
    QList<PrintRow> print;
};

/// One rule of rules.json. `kind` names what the engine does with `parameters` (see model/dossier/rules).
struct RuleDefinition
{
    QString id;
    QString kind;
    Severity severity = Severity::Error;
    QStringList fields;
    QJsonObject parameters;
    LocalizedText message;  ///< with placeholders in braces: {label}, {count}, {limit}, {row}, …
    QString clause;
    bool waivable = false;
};

/// Which signature of the unit (签章) counts for a call. Whatever it says, the paper original may still
/// decide (facts: `paperDecides`).
enum class SignatureKind { Ink, Digital, Either };

/// What an amendment may change: the facts of the call, nothing of the form.
struct CallFacts
{
    struct Deadline
    {
        QString id;          ///< `online`, `paper`
        LocalizedText label;
        QDateTime at;        ///< in the zone of the call
        bool arrival = false;///< counts when it has arrived, not when it was posted
        QString clause;
        QString source;      ///< id of the amendment that set it; empty when it is the notice itself
    };
    struct Quota
    {
        QString bodyKind;    ///< `provincial`, `national`
        LocalizedText label;
        int most = 0;
        QString clause;
    };
    /// A dated change of the facts (延期、更正通知, or a recommending body's own 补充通知).
    struct Amendment
    {
        QString id;
        QDate date;
        LocalizedText source;///< who said so and where, shown beside what it changed
        bool local = false;  ///< of a recommending body (本地): for the dossiers that go through it, beside what the call says
    };
    QList<Deadline> deadlines;     ///< earliest first
    QList<Quota> quotas;
    SignatureKind signature = SignatureKind::Either;
    QList<Amendment> amendments;   ///< those applied, in the order of their dates
    QJsonObject raw;         ///< the whole of facts.json, amendments applied: address, contacts, conditions on
                             ///< bodies, channel, materials, sizes, file names, notice, …

    /// Most dossiers a body of that kind may recommend; none when the call sets no quota for it.
    std::optional<int> quota(const QString& bodyKind) const;
    /// What set a deadline; null when it is the notice itself.
    const Amendment* amendmentOf(const Deadline& deadline) const;
    /// Where a deadline is written: the amendment's source, else the clause of the notice.
    LocalizedText sourceOf(const Deadline& deadline) const;
};

/// What no rule can judge: a person has to look (人工核对).
struct PersonCheck
{
    QString id;
    LocalizedText text;
    QStringList fields;
    QString clause;
};

/// Limits on what a dossier carries, in bytes (facts: `sizes`).
struct SizeLimits
{
    qint64 fileWarning = 0;
    qint64 dossierWarning = 0;
    qint64 dossierError = 0;
};

/// A call for applications (申报模板包): form, rules, facts. A plain value, made by readCallPack() alone,
/// never changed afterwards. Everything the program knows about one call is in here.
class CallPack
{
public:
    QString id;
    QString version;
    QString official;         ///< the notice's own title
    QString documentNumber;   ///< the notice's number (发文字号)
    QStringList titleLines;   ///< title on the first page, line by line
    QString heading;          ///< the word in the top corner of the first page (附件)
    QString periodFrom;       ///< yyyy-MM
    QString periodTo;
    QList<Section> sections;
    QList<RuleDefinition> rules;
    QList<PersonCheck> personChecks;
    CallFacts facts;
    QJsonObject rubric;       ///< as in rubric.json; `official` says whether the organiser set it
    QJsonObject print;        ///< form.json `paper`: margins, fonts by role, words of footer and watermark
    QByteArray formHash;      ///< SHA-256 over form.json, rules.json and rubric.json in canonical spelling
    QByteArray factsHash;     ///< SHA-256 over facts.json, amendments applied

    /// The field of that id; null when there is none. The pointer lives as long as the pack.
    const Field* field(const QString& fieldId) const;
    /// The section that field stands in; null when there is none.
    const Section* sectionOf(const QString& fieldId) const;
    /// Label of an option of a choice field; empty when there is none.
    QString optionLabel(const QString& fieldId, const QString& optionId) const;
    SizeLimits sizeLimits() const;
};

} // namespace jz
