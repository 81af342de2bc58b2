// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// A section of the form as a card: its heading with how far it is, and for an opinion the printed wording with what is signed where. Fields are
/// put into fields().
class SectionCard : public QFrame
{
    Q_OBJECT

public:
    /// Session and section (of its call pack) outlive the card.
    SectionCard(DossierSession& session, const Section& section, QWidget* parent);

    const Section& section() const { return m_section; }
    QVBoxLayout& fields() const { return *m_fields; }

private:
    void addHeading();
    void showState();
    void addOpinion(const PrintRow& row);
    QWidget* signingNote(const PrintRow& row, QWidget* parent);
    void showWording();

    DossierSession& m_session;
    const Section& m_section;
    QVBoxLayout* m_fields;
    QLabel* m_mark;
    QLabel* m_state;
    QString m_shownIcon;
    QLabel* m_wording = nullptr;
    const PrintRow* m_opinion = nullptr;
};

/// Two or three short fields in one line, as the template has them; below each other where that would be too narrow.
class FieldLine : public QWidget
{
    Q_OBJECT

public:
    explicit FieldLine(QWidget* parent = nullptr);

    /// Adds a field, which is a child of the line from the beginning: moving widgets about costs styling them again.
    void add(QWidget* field);

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace jz::ui
