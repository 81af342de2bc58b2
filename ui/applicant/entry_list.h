// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"

#include <QHash>
#include <QListView>
#include <QSet>

namespace jz::ui {

/// One entry of an EntryList.
struct Entry
{
    enum class Tone { Plain, Quiet, Error, Warning, Hint, Good };

    QString key;              ///< names it for good: what stays chosen when the list changes; unique in the list
    QString icon;             ///< a name in resources/icons, drawn in the colour of `tone`; empty for none
    Tone tone = Tone::Plain;
    QString title;            ///< first line, bold; wraps
    QString text;             ///< below it; wraps, lines are kept
    QString note;             ///< small and quiet, below; wraps
    QList<std::pair<Severity, int>> counts; ///< at the end of the title: how many findings of which severity
    QString tip;              ///< shown on hovering
    QString spoken;           ///< what icon and counts say, for those who do not see them
    bool heading = false;     ///< of the entries up to the next heading; a click folds and unfolds them
    bool folded = false;      ///< headings: folded until the user unfolds them
    bool struck = false;      ///< done with: title and text struck through

    bool operator==(const Entry&) const = default;
};

class EntryModel;

/// The list that outline and panels are made of: entries with icon, title, wrapped text and note under headings that fold. Its
/// content may be set at every key press: what did not change is not painted anew, what was chosen stays chosen, and the list does
/// not jump. Keyboard: arrows, Enter (goes there; folds a heading), Space (as told by spacePressed()), left and right (fold).
class EntryList : public QListView
{
    Q_OBJECT

public:
    explicit EntryList(QWidget* parent = nullptr);

    void setEntries(const QList<Entry>& entries);
    /// All entries, folded ones too.
    const QList<Entry>& entries() const { return m_all; }
    /// Those that are seen, in their order.
    QStringList shownKeys() const;
    /// The entry chosen; empty for none or a heading.
    QString currentKey() const;
    /// Chooses an entry and brings it into sight; one in a folded group unfolds it.
    void setCurrentKey(const QString& key);
    bool isFolded(const QString& heading) const;
    void setFolded(const QString& heading, bool folded);
    /// What stands in the middle while there are no entries.
    void setEmptyWords(const QString& words);
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user wants to go to what the entry is about: a click or Enter.
    void chosen(const QString& key);
    void currentKeyChanged(const QString& key);
    void spacePressed(const QString& key);
    void deletePressed(const QString& key);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void act(const QModelIndex& index);
    void showUnfolded();

    EntryModel* m_model;
    QList<Entry> m_all;
    QHash<QString, bool> m_folds; ///< what the user did to headings
    QString m_emptyWords;
};

} // namespace jz::ui
